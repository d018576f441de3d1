import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RUN_LIMITS } from '@lockstep/lab';
import { parseColumns, serializeTrace } from '@lockstep/trace';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import { CHUNK_EVENTS } from './recordings/chunk-index.ts';
import { createTemporaryDirectory, startTestServer } from './testing/start-test-server.ts';
import { connect } from './testing/test-client.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let server: LockstepServer;
beforeEach(async () => {
  directory = await createTemporaryDirectory();
  server = await startTestServer(directory.path, { limits: { run: { ...RUN_LIMITS, maxEvents: 10_000 } } });
});
afterEach(async () => {
  await server.close();
  await directory.release();
});

/** A run of 10,000 events and its end, which the event limit brings. */
async function longRun(): Promise<string> {
  const client = await connect(server.url);
  const { run } = await client.start('flooding');
  await client.watch(run);
  await client.ended();
  expect(client.lines.length).toBeGreaterThan(2 * CHUNK_EVENTS);
  client.close();
  return run;
}

const get = (path: string, init?: RequestInit) => fetch(`${server.url}/api/recordings/${path}`, init);
const countOf = async (run: string) => (await get(`${run}/chunks`)).json();

test('chunks one after the other are the recording, byte for byte', async () => {
  const run = await longRun();
  expect(await countOf(run)).toEqual({ chunkEvents: CHUNK_EVENTS, complete: 3 });
  const chunks = await Promise.all([0, 1, 2].map(async (n) => (await get(`${run}/chunks/${n}`)).text()));
  const file = await readFile(join(directory.path, 'recordings', `${run}.jsonl`), 'utf8');
  expect(chunks.join('') === file).toBe(true);
  expect(chunks[1]?.split('\n').length).toBe(CHUNK_EVENTS + 1);
});

test('a chunk is compressed and kept for ever, and plain for who cannot unpack it', async () => {
  const run = await longRun();
  const response = await get(`${run}/chunks/1`);
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await get(`${run}/chunks/2`)).headers.get('cache-control'), 'it is not full').toBe('no-store');
  const plain = await get(`${run}/chunks/1`, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe(await response.text());
});

test('of a run under way the complete chunks are there, and no other', async () => {
  const patient = await startTestServer(directory.path);
  const client = await connect(patient.url);
  const { run, token } = await client.start('flooding');
  await client.watch(run);
  while (client.lines.length < CHUNK_EVENTS) await client.nextFrame();
  await client.ask('stop', { run, token });
  const { complete } = (await (await fetch(`${patient.url}/api/recordings/${run}/chunks`)).json()) as {
    complete: number;
  };
  expect(complete).toBeGreaterThan(0);
  const text = await (await fetch(`${patient.url}/api/recordings/${run}/chunks/${complete - 1}`)).text();
  await client.ended();
  expect(client.lines.slice((complete - 1) * CHUNK_EVENTS, complete * CHUNK_EVENTS)).toEqual(
    text.trimEnd().split('\n').slice(-CHUNK_EVENTS),
  );
  client.close();
  await patient.close();
});

test.each(['chunks/3', 'chunks/-1', 'chunks/x', 'chunks/0x1', 'chunks/99999999', 'chunks/1.5'])(
  'there is no %s',
  async (path) => {
    const run = await longRun();
    const response = await get(`${run}/${path}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
  },
);

test.each(['0'.repeat(32), '__proto__', '..%2F..%2Fpackage'])('of %s there is no history', async (run) => {
  expect((await get(`${run}/chunks`)).status).toBe(404);
  expect((await get(`${run}/chunks/0`)).status).toBe(404);
});

test('pieces of history are not counted with other requests, and have a limit of their own', async () => {
  const strict = await startTestServer(directory.path, {
    limits: { httpRequestsPerMinute: 1, historyRequestsPerMinute: 2 },
  });
  const piece = () => fetch(`${strict.url}/api/recordings/x/chunks/0`);
  expect([(await piece()).status, (await piece()).status, (await piece()).status]).toEqual([404, 404, 429]);
  expect((await fetch(`${strict.url}/healthz`)).status).toBe(200);
  await strict.close();
});

test('a run that is over comes in the binary form too, gzipped and for ever, and says the same', async () => {
  const run = await longRun();
  const [response, again] = await Promise.all([get(`${run}/columns`), get(`${run}/columns`)]);
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const bytes = new Uint8Array(await response.arrayBuffer());
  const file = await readFile(join(directory.path, 'recordings', `${run}.jsonl`), 'utf8');
  expect(serializeTrace(parseColumns(bytes)) === file).toBe(true);
  expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
  const plain = await get(`${run}/columns`, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(Buffer.from(await plain.arrayBuffer()).equals(bytes)).toBe(true);
});

test('a run under way has no binary form yet, and what is no recording never has one', async () => {
  const patient = await startTestServer(directory.path);
  const client = await connect(patient.url);
  const { run, token } = await client.start('flooding');
  await client.watch(run);
  await client.firstEvent();
  const response = await fetch(`${patient.url}/api/recordings/${run}/columns`);
  expect([response.status, response.headers.get('cache-control')]).toEqual([204, 'no-store']);
  await client.ask('stop', { run, token });
  await client.ended();
  client.close();
  await patient.close();
  const broken = 'b'.repeat(32);
  await writeFile(join(directory.path, 'recordings', `${broken}.jsonl`), 'this is no recording\n');
  for (const unknown of [broken, '0'.repeat(32), '__proto__', '..%2F..%2Fpackage'])
    expect((await get(`${unknown}/columns`)).status, unknown).toBe(404);
});

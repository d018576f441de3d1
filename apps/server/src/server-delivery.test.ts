// What the viewer holds must be the recording: each event once, in order, none missing, whatever happens on the way.
import { EventEmitter, once } from 'node:events';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RUN_LIMITS } from '@lockstep/lab';
import { parseTrace } from '@lockstep/trace';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import { createTemporaryDirectory, startTestServer } from './testing/start-test-server.ts';
import { connect, type TestClient } from './testing/test-client.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let server: LockstepServer;
beforeEach(async () => {
  directory = await createTemporaryDirectory();
  server = await startTestServer(directory.path);
});
afterEach(async () => {
  await server.close();
  await directory.release();
});

const pathOf = (run: string) => join(directory.path, 'recordings', `${run}.jsonl`);

async function expectSameAsFile(client: TestClient, run: string): Promise<void> {
  const text = await readFile(pathOf(run), 'utf8');
  expect(`${client.header}\n${client.lines.map((line) => `${line}\n`).join('')}`).toBe(text);
  expect(parseTrace(text).length).toBe(client.lines.length);
}

/** Watches to the end; after each of these numbers of frames the connection is cut, and taken up again. */
async function watchWithCuts(run: string, cuts: readonly number[]): Promise<TestClient> {
  const client = await connect(server.url);
  // The reply may be lost with the next connection; the connection after that asks again.
  client.socket.on('connect', () => void client.watch(run).catch(() => {}));
  await client.watch(run);
  for (const frames of cuts) {
    for (let n = 0; n < frames && !isOver(client); n++) await client.nextFrame();
    if (isOver(client)) break;
    const back = new Promise((resolve) => client.socket.once('connect', () => resolve(undefined)));
    client.socket.io.engine.close();
    await back;
  }
  await client.ended();
  return client;
}

/** The client's websocket takes nothing more, until the returned function is called. */
function pauseReading({ socket }: TestClient): () => void {
  const { ws } = socket.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } };
  ws.pause();
  return () => ws.resume();
}

const isOver = ({ frames }: TestClient) => frames.at(-1)?.status.state === 'ended';

test('however often the connection is lost, each event arrives exactly once', async () => {
  const starter = await connect(server.url);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(3), { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
      async (viewers) => {
        const { run } = await starter.start('counter', { knobs: { upTo: 400, word: '滴答'.repeat(100) } });
        const clients = await Promise.all(viewers.map((cuts) => watchWithCuts(run, cuts)));
        for (const client of clients) {
          await expectSameAsFile(client, run);
          client.close();
        }
      },
    ),
    { numRuns: 15 },
  );
  starter.close();
}, 60_000);

test('a client that does not read costs others nothing, and later gets all', async () => {
  // Some 20 MB: more than the operating system takes for a client that does not read.
  await server.close();
  server = await startTestServer(directory.path, { limits: { run: { ...RUN_LIMITS, maxEvents: 40_000 } } });
  const [slow, fast] = [await connect(server.url), await connect(server.url)];
  const { run } = await fast.start('flooding');
  await slow.watch(run);
  const readOn = pauseReading(slow);
  await fast.watch(run);
  expect(await fast.ended()).toMatchObject({ code: 'event-limit' });
  expect(slow.lines.length).toBeLessThan(fast.lines.length);
  readOn();
  await slow.ended();
  await expectSameAsFile(slow, run);
  await expectSameAsFile(fast, run);
  slow.close();
  fast.close();
}, 30_000);

test('a client that accepts nothing for long is let go, and comes back for the rest', async () => {
  await server.close();
  const log = new EventEmitter();
  const logger = pino({ level: 'warn' }, { write: (line) => void log.emit(JSON.parse(line).refusal) });
  server = await startTestServer(directory.path, { logger, limits: { slowMs: 100 } });
  const client = await connect(server.url);
  const { run, token } = await client.start('flooding');
  await client.watch(run);
  await client.nextFrame();
  const gone = once(log, 'a client that does not read');
  const readOn = pauseReading(client);
  const other = await connect(server.url);
  await other.watch(run);
  await gone;
  client.socket.once('connect', () => void client.watch(run));
  readOn();
  await other.ask('stop', { run, token });
  await other.ended();
  await client.ended();
  await expectSameAsFile(client, run);
  for (const one of [client, other]) one.close();
}, 30_000);

test('a client that does not read does not keep the server from closing', async () => {
  const slow = await connect(server.url, { reconnection: false });
  const { run } = await slow.start('flooding');
  await slow.watch(run);
  pauseReading(slow);
  const { url } = server;
  await server.close();
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  server = await startTestServer(directory.path);
  slow.close();
});

test('a run of yesterday is watched out of its file after a restart, from any event on', async () => {
  const starter = await connect(server.url);
  const { run } = await starter.start('counter', { knobs: { upTo: 2000, word: 'x'.repeat(300) } });
  await starter.watch(run);
  await starter.ended();
  starter.close();
  await server.close();
  server = await startTestServer(directory.path);
  const viewer = await connect(server.url);
  await viewer.watch(run);
  expect(await viewer.ended()).toEqual({ state: 'ended', code: 'finished' });
  expect(viewer.frames.length).toBeGreaterThan(2);
  await expectSameAsFile(viewer, run);
  const [last] = await Promise.all([viewer.nextFrame(), viewer.watch(run)]);
  expect(last).toMatchObject({ from: 2001, lines: '', status: { state: 'ended', code: 'finished' } });
  viewer.close();
});

test('a run that a crash of the server cut off is shown as far as it came', async () => {
  const starter = await connect(server.url);
  const { run } = await starter.start('counter');
  await starter.watch(run);
  await starter.ended();
  const whole = await readFile(pathOf(run), 'utf8');
  const crashed = '1'.repeat(32);
  const lines = whole.split('\n');
  await appendFile(pathOf(crashed), `${lines.slice(0, 6).join('\n')}\n${lines[6]?.slice(0, 10)}`);
  const viewer = await connect(server.url);
  await viewer.watch(crashed);
  expect(await viewer.ended()).toEqual({ state: 'ended', code: 'interrupted' });
  expect(viewer.lines).toEqual(lines.slice(1, 6));
  const text = await (await fetch(`${server.url}/api/recordings/${crashed}`)).text();
  expect(parseTrace(text).length).toBe(5);
  for (const client of [starter, viewer]) client.close();
});

test('new events share frames', async () => {
  const client = await connect(server.url);
  const { run } = await client.start('counter', { knobs: { upTo: 3000 } });
  await client.watch(run);
  await client.ended();
  expect(client.lines).toHaveLength(3001);
  expect(client.frames.length).toBeLessThan(300);
  client.close();
});

import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { parseTrace } from '@lockstep/trace';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import { createTemporaryDirectory, fixtureLabs, startTestServer } from './testing/start-test-server.ts';
import { connect } from './testing/test-client.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let server: LockstepServer;

beforeEach(async () => {
  directory = await createTemporaryDirectory();
  await mkdir(join(directory.path, 'web', 'assets'), { recursive: true });
  await writeFile(join(directory.path, 'web', 'index.html'), '<!doctype html><title>Lockstep</title>');
  await writeFile(join(directory.path, 'web', 'assets', 'page-1a2b.js'), 'export {}');
  server = await startTestServer(directory.path);
});
afterEach(async () => {
  await server.close();
  await directory.release();
});

const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

/** A request as no browser would send it: fetch does not let one choose these. */
function rawGet(
  path: string,
  headers: Record<string, string>,
  url = server.url,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(url, { path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

test('it tells its health, with the labs that load and without templates and broken ones', async () => {
  const health = await (await get('/healthz')).json();
  expect(health).toEqual({
    ok: true,
    version: '1.2.3',
    labs: ['cabled', 'cadence', 'counter', 'deadlocked', 'endless', 'failing', 'flooding', 'stepped', 'stubborn'],
    runs: { running: 0, queued: 0 },
    classes: 0,
  });
});

test('on a loopback address it has none to give to others; open to a network it has', async () => {
  expect(await (await get('/api/addresses')).json()).toEqual({ addresses: [] });
  const other = await startTestServer(directory.path, { host: '0.0.0.0' });
  try {
    const { addresses } = await (await fetch(`http://127.0.0.1:${other.port}/api/addresses`)).json();
    for (const address of addresses) expect(address).toMatch(new RegExp(`^http://.+:${other.port}/$`));
    expect(addresses).not.toEqual([]);
  } finally {
    await other.close();
  }
});

test('it tells what this machine allows', async () => {
  const capabilities = await (await get('/api/capabilities')).json();
  expect(capabilities).toMatchObject({
    network: { lane: 'D', why: 'a test' },
    python: { version: '3.11.7', gil: true },
    machine: { platform: process.platform },
  });
});

test('a probe that fails is told as lane D, with the reason', async () => {
  const other = await startTestServer(directory.path, { probeNetwork: () => Promise.reject(new Error('no unshare')) });
  const capabilities = await (await fetch(`${other.url}/api/capabilities`)).json();
  expect(capabilities).toMatchObject({ network: { lane: 'D', why: 'no unshare' } });
  await other.close();
});

test.each([
  ['none is found', () => Promise.resolve(undefined)],
  ['the search itself fails', () => Promise.reject(new Error('no processes left'))],
])('no CPython is told when %s', async (_, probePython) => {
  const other = await startTestServer(directory.path, { probePython });
  const capabilities = (await (await fetch(`${other.url}/api/capabilities`)).json()) as object;
  expect(capabilities).toHaveProperty('network');
  expect(capabilities).not.toHaveProperty('python');
  await other.close();
});

test.each([
  '/',
  '/labs/handshake',
  '/labs/race?step=17',
  '/join',
  '/join/K7M4-2QXW',
  '/present',
  '/wall?class=x',
  '/class/x/summary',
  '/embed/labs/race?step=17&controls=0',
  '/compare?left=a&right=b',
  '/gallery',
  '/capture',
])('the page is served at %s', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(await response.text()).toContain('Lockstep');
});

test('files with a hash in their names are kept for ever', async () => {
  const response = await get('/assets/page-1a2b.js');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('the page is isolated and runs nothing but our own files', async () => {
  const { headers } = await get('/');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|upgrade-insecure-requests/);
  expect(headers.get('x-powered-by')).toBeNull();
});

test('another page may hold what is made to be embedded, and may read nothing of it', async () => {
  const { headers } = await get('/embed/labs/race?step=3');
  expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect(headers.get('content-security-policy')).toContain("script-src 'self';");
  expect(headers.get('x-frame-options')).toBeNull();
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test.each([
  '/',
  '/labs/race',
  '/present',
  '/compare',
  '/embed',
  '/embed/labs/race/more',
  '/embed/labs/..%2f..%2fpresent',
  '/labs/embed/labs/race',
  '/api/capabilities',
  '/assets/page-1a2b.js',
  '/healthz',
])('no other page may hold %s in a frame', async (path) => {
  const { headers } = await get(path);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
});

test.each(['/api/nothing', '/api/labs/nothing/recording', '/api/labs/counter/recording', '/api/recordings/../../x'])(
  'what is not there at %s is told in JSON',
  async (path) => {
    const { status, body } = await rawGet(path, {});
    expect(status).toBe(404);
    expect(JSON.parse(body)).toEqual({ code: expect.any(String), message: expect.any(String) });
  },
);

test('an unreadable address is refused in JSON, and nothing of our insides is told', async () => {
  const { status, body } = await rawGet('/api/recordings/%E0%A4%A', {});
  expect(status).toBe(400);
  expect(JSON.parse(body)).toEqual({ code: 'bad-request', message: 'the request cannot be read' });
});

test('there is nothing to post to', async () => {
  const response = await get('/api/recordings/x', { method: 'POST', body: '{"broken' });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});

test('a foreign host name is refused', async () => {
  const { status, body } = await rawGet('/healthz', { host: 'evil.example' });
  expect(status).toBe(403);
  expect(JSON.parse(body)).toMatchObject({ code: 'foreign-host' });
});

test('too many requests in a minute are refused in JSON', async () => {
  const strict = await startTestServer(directory.path, { limits: { httpRequestsPerMinute: 1 } });
  expect((await fetch(`${strict.url}/healthz`)).status).toBe(200);
  const response = await fetch(`${strict.url}/healthz`);
  expect(response.status).toBe(429);
  expect(await response.json()).toMatchObject({ code: 'too-fast' });
  await strict.close();
});

test('the files of the page are not counted: a whole class comes from one address', async () => {
  const strict = await startTestServer(directory.path, { limits: { httpRequestsPerMinute: 1 } });
  for (let learner = 0; learner < 3; learner++)
    expect((await fetch(`${strict.url}/assets/page-1a2b.js`)).status).toBe(200);
  expect((await fetch(`${strict.url}/healthz`)).status).toBe(200);
  await strict.close();
});

test('without a built page it says how to build it', async () => {
  const bare = await startTestServer(directory.path, { webDirectory: join(directory.path, 'nowhere') });
  const response = await fetch(`${bare.url}/`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'not-built' });
  await bare.close();
});

test('without the folder of the labs the server starts all the same', async () => {
  const bare = await startTestServer(directory.path, { labs: { sources: '/nowhere', compiled: '/nowhere' } });
  expect(await (await fetch(`${bare.url}/healthz`)).json()).toMatchObject({ ok: true, labs: [] });
  await bare.close();
});

test('a golden recording is served with a tag, and not again to who has it', async () => {
  const sources = join(directory.path, 'labs');
  await mkdir(join(sources, 'counter'), { recursive: true });
  await writeFile(join(sources, 'counter', 'lab.ts'), '');
  await writeFile(join(sources, 'counter', 'recording.jsonl'), '{"format":"lockstep"}\n');
  const other = await startTestServer(directory.path, { labs: { sources, compiled: fixtureLabs.compiled } });
  const path = '/api/labs/counter/recording';
  const response = await fetch(`${other.url}${path}`);
  expect(await response.text()).toBe('{"format":"lockstep"}\n');
  const tag = response.headers.get('etag') ?? '';
  expect((await rawGet(path, { 'if-none-match': tag }, other.url)).status).toBe(304);
  await writeFile(join(sources, 'counter', 'recording.batch.jsonl'), 'batch\n');
  expect(await (await fetch(`${other.url}${path}?mode=batch`)).text()).toBe('batch\n');
  expect((await rawGet(`${path}?mode=search`, {}, other.url)).status).toBe(404);
  await other.close();
});

test('a recording that is complete is compressed and kept for ever', async () => {
  const client = await connect(server.url);
  const { run } = await client.start('counter', { knobs: { upTo: 500 } });
  await client.watch(run);
  await client.ended();
  const response = await get(`/api/recordings/${run}`);
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const text = await response.text();
  expect(text).toBe(`${client.header}\n${client.lines.join('\n')}\n`);
  const trace = parseTrace(text);
  expect(trace.length).toBe(501);
  expect(trace.header).toMatchObject({ run, lab: 'counter', reality: { parts: ['timers'] }, knobs: { upTo: 500 } });
  client.close();
});

test('a recording that grows can be read so far, and is not kept', async () => {
  const client = await connect(server.url);
  const { run } = await client.start('endless');
  await client.watch(run);
  await client.firstEvent();
  const response = await get(`/api/recordings/${run}`);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(parseTrace(await response.text()).length).toBeGreaterThan(0);
  client.close();
});

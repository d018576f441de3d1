import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { LibraryKeeping, LibraryPage, LibraryRun } from '@lockstep/lab';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import { connectToClasses, someView } from './testing/class-client.ts';
import { recordingText, runNamed } from './testing/open-test-library.ts';
import { createTemporaryDirectory, startTestServer } from './testing/start-test-server.ts';
import { connect } from './testing/test-client.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
const servers: LockstepServer[] = [];

beforeEach(async () => {
  directory = await createTemporaryDirectory();
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await directory.release();
});

async function start(options: Parameters<typeof startTestServer>[1] = {}): Promise<LockstepServer> {
  const server = await startTestServer(directory.path, options);
  servers.push(server);
  return server;
}

function ask(server: LockstepServer, path: string, init: RequestInit = {}): Promise<Response> {
  const { origin } = new URL(server.url);
  return fetch(`${server.url}/api/library${path}`, { ...init, headers: { origin, ...init.headers } });
}

async function json<T>(response: Promise<Response>): Promise<T> {
  const answer = await response;
  expect(answer.status).toBeLessThan(300);
  return (await answer.json()) as T;
}

const list = (server: LockstepServer, query = '') => json<LibraryPage>(ask(server, query));
const patch = (body: unknown): RequestInit => ({
  method: 'PATCH',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function untilEnded(server: LockstepServer, run: string): Promise<LibraryRun> {
  const find = async () => (await list(server)).runs.find((one) => one.run === run);
  await expect.poll(async () => (await find())?.state, { timeout: 10_000 }).toBe('ended');
  return (await find()) as LibraryRun;
}

test('a run stands in the library when it begins, and is complete when it has ended', async () => {
  const server = await start();
  const client = await connect(server.url);
  const { run, token } = await client.start('endless');
  await client.watch(run);
  await client.firstEvent();
  await expect.poll(async () => (await list(server)).runs.map(({ state }) => state)).toEqual(['running']);
  expect((await ask(server, `/${run}`, { method: 'DELETE' })).status).toBe(409);
  await client.ask('stop', { run, token });
  const ended = await untilEnded(server, run);
  expect(ended).toMatchObject({ lab: 'endless', mode: 'free', end: 'stopped', events: client.lines.length });
  expect(ended.outcome?.value.en).toBe('cut short');
  client.close();
});

test('it is named, starred, deleted, brought back, deleted and removed', async () => {
  const server = await start();
  const client = await connect(server.url);
  const { run } = await client.start('counter');
  await client.watch(run);
  await untilEnded(server, run);
  client.close();
  expect(await json(ask(server, `/${run}`, patch({ name: 'mine', isStarred: true })))).toMatchObject({ name: 'mine' });
  expect(await list(server, '?text=mine&starred=1')).toMatchObject({ total: 1 });
  expect(await json(ask(server, `/${run}`, { method: 'DELETE' }))).toHaveProperty('deletedAt');
  expect((await fetch(`${server.url}/api/recordings/${run}`)).status).toBe(404);
  expect(await json(ask(server, `/${run}/restore`, { method: 'POST' }))).not.toHaveProperty('deletedAt');
  expect((await fetch(`${server.url}/api/recordings/${run}`)).status).toBe(200);
  await ask(server, `/${run}`, { method: 'DELETE' });
  expect(await json(ask(server, `/${run}`, { method: 'DELETE' }))).toEqual({ run });
  expect((await ask(server, `/${run}`)).status).toBe(404);
});

test.each([
  ['GET', '?sort=best'],
  ['GET', '?after=nonsense'],
  ['GET', '?text=a&text=b'],
  ['GET', '?unknown=1'],
  ['GET', '/rules?runs=0&megabytes=1&binDays=1'],
  ['PUT', '/rules', { runs: 5 }],
  ['PATCH', `/${runNamed(1)}`, { name: 'two\nlines' }],
  ['PATCH', `/${runNamed(1)}`, { name: 'x'.repeat(81) }],
  ['PATCH', `/${runNamed(1)}`, { run: 'other' }],
])('%s %s %o is refused as a bad request', async (method, path, body?: unknown) => {
  const server = await start();
  const init = { method, ...(body !== undefined && { ...patch(body), method }) };
  const answer = await ask(server, path, init);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'bad-request' });
});

test('on a server that is open to a network all of it needs the token', async () => {
  const server = await start({ host: '0.0.0.0' });
  const authorization = `Bearer ${server.token}`;
  const body = recordingText({ run: runNamed(1), reason: 'finished' });
  const url = server.url.replace('0.0.0.0', '127.0.0.1');
  const asked = (path: string, init: RequestInit, headers = {}) =>
    fetch(`${url}/api/library${path}`, { ...init, headers: { ...init.headers, origin: url, ...headers } });
  const requests: readonly (readonly [string, RequestInit])[] = [
    ['', {}],
    ['', { method: 'POST', body }],
    ['/rules', {}],
    ['/rules', { ...patch({ runs: 5, megabytes: 5, binDays: 5 }), method: 'PUT' }],
    [`/${runNamed(1)}`, {}],
    [`/${runNamed(1)}`, patch({ name: 'mine' })],
    [`/${runNamed(1)}`, { method: 'DELETE' }],
    [`/${runNamed(1)}/restore`, { method: 'POST' }],
  ];
  for (const [path, init] of requests) {
    expect((await asked(path, init)).status, path).toBe(401);
    expect((await asked(path, init, { authorization: 'Bearer wrong' })).status, path).toBe(401);
  }
  for (const [path, init] of requests) expect((await asked(path, init, { authorization })).ok, path).toBe(true);
});

test('another page in the same browser changes nothing', async () => {
  const server = await start();
  const body = recordingText({ run: runNamed(1), reason: 'finished' });
  for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1'])
    expect((await ask(server, '', { method: 'POST', body, headers: { origin } })).status).toBe(403);
  expect((await fetch(`${server.url}/api/library`, { method: 'POST', body })).status).toBe(403);
  expect((await list(server)).total).toBe(0);
});

test('a recording that is brought is kept under its own name, packed or not, a second time under another', async () => {
  const server = await start();
  const text = recordingText({ run: runNamed(1), reason: 'finished' });
  const first = await json<LibraryRun>(ask(server, '', { method: 'POST', body: text }));
  expect(first).toMatchObject({ run: runNamed(1), state: 'ended' });
  const second = await json<LibraryRun>(ask(server, '', { method: 'POST', body: new Uint8Array(gzipSync(text)) }));
  expect(second.run).toMatch(/^[0-9a-f]{32}$/);
  expect(second.run).not.toBe(first.run);
  const file = await readFile(join(directory.path, 'recordings', `${second.run}.jsonl`), 'utf8');
  expect(file).toBe(text.replace(first.run, second.run));
  expect(await (await fetch(`${server.url}/api/recordings/${first.run}`)).text()).toBe(text);
});

test('what is no recording, or too large, leaves nothing behind', async () => {
  const server = await start({ limits: { maxImportBytes: 20_000 } });
  const text = recordingText({ run: runNamed(1), reason: 'finished' });
  const bad: readonly (readonly [number, string | Buffer])[] = [
    [422, ''],
    [422, 'garbage'],
    [422, text.replace('"kind":"text.printed"', '"kind":"text.invented"')],
    [422, gzipSync(text).subarray(0, 80)],
    [422, gzipSync(Buffer.alloc(30_000, ' '))],
    [413, `${text}${' '.repeat(30_000)}`],
  ];
  for (const [status, body] of bad) {
    const answer = await ask(server, '', { method: 'POST', body: new Uint8Array(Buffer.from(body)) });
    expect(answer.status, String(body.slice(0, 20))).toBe(status);
  }
  const refused = await ask(server, '', { method: 'POST', body: text.replace('"kind":"text.printed"', '"kind":"x"') });
  expect((await refused.json()) as object).toMatchObject({
    code: 'bad-recording',
    message: expect.stringMatching(/^line 2: /),
  });
  expect(await list(server)).toMatchObject({ total: 0, unread: 0 });
  expect((await readdir(join(directory.path, 'library'))).filter((name) => name.startsWith('incoming'))).toEqual([]);
});

test('rules are asked about before they are set', async () => {
  const server = await start();
  for (const n of [1, 2]) await ask(server, '', { method: 'POST', body: recordingText({ run: runNamed(n) }) });
  const before = await json<LibraryKeeping>(ask(server, '/rules'));
  expect(before).toMatchObject({ rules: { runs: 4000, megabytes: 1000, binDays: 7 }, usage: { others: { runs: 2 } } });
  const asked = await json<LibraryKeeping>(ask(server, '/rules?runs=1&megabytes=10&binDays=1'));
  expect(asked).toMatchObject({ surplus: { runs: 1 } });
  const rules = { days: 3, runs: 1, megabytes: 10, binDays: 1 };
  const set = await json<LibraryKeeping>(ask(server, '/rules', { ...patch(rules), method: 'PUT' }));
  expect(set).toMatchObject({ rules, usage: { others: { runs: 1 } } });
  expect((await list(server)).total).toBe(1);
});

test('a run that a class is shown stays until the class is over', async () => {
  const server = await start();
  const window = await connectToClasses(server.url);
  await ask(server, '', { method: 'POST', body: recordingText({ run: runNamed(1) }) });
  const { class: id } = await window.open(someView({ run: runNamed(1) }));
  expect((await ask(server, `/${runNamed(1)}`, { method: 'DELETE' })).status).toBe(409);
  expect((await list(server)).runs[0]?.class).toBe(id);
  await window.act({ kind: 'end' });
  await expect.poll(async () => (await ask(server, `/${runNamed(1)}`, { method: 'DELETE' })).status).toBe(200);
  window.close();
});

// What an operator sees: health, metrics, the log, and how a server goes.
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import { createTemporaryDirectory, startTestServer } from './testing/start-test-server.ts';
import { connect, type TestClient } from './testing/test-client.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
const servers: LockstepServer[] = [];
const clients: TestClient[] = [];
let log: string[];

beforeEach(async () => {
  log = [];
  directory = await createTemporaryDirectory();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const server of servers.splice(0)) await server.close();
  await directory.release();
});

async function open(options: Parameters<typeof startTestServer>[1] = {}) {
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) });
  const server = await startTestServer(directory.path, { logger, ...options });
  servers.push(server);
  return server;
}

async function join(server: LockstepServer, options = {}) {
  const client = await connect(urlOf(server), options);
  clients.push(client);
  return client;
}

const urlOf = ({ port }: LockstepServer) => `http://127.0.0.1:${port}`;

/** A number of the metrics, by its name and labels as they stand there. */
async function read(server: LockstepServer, name: string): Promise<number | undefined> {
  const text = await (await fetch(`${urlOf(server)}/metrics`)).text();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length));
}

test('the metrics count what a client did and got', async () => {
  const server = await open();
  const client = await join(server);
  const { run } = await client.start('counter', { knobs: { upTo: 300 } });
  await client.watch(run);
  await client.ended();
  expect(await read(server, 'lockstep_connections')).toBe(1);
  expect(await read(server, 'lockstep_delivered_events_total')).toBe(client.lines.length);
  expect(await read(server, 'lockstep_delivered_frames_total')).toBe(client.frames.length);
  expect(await read(server, 'lockstep_runs_over_total{reason="finished"}')).toBe(1);
  expect(await read(server, 'lockstep_runs_running')).toBe(0);
  expect(await read(server, 'lockstep_flush_delay_seconds_count')).toBeGreaterThan(0);
  const text = client.frames.map(({ lines }) => lines).join('');
  expect(await read(server, 'lockstep_sent_bytes_total')).toBeGreaterThan(text.length);
  expect(await read(server, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
});

test('who only catches up says nothing about the delay of a flush', async () => {
  const server = await open();
  const client = await join(server);
  const { run } = await client.start('stepped', { mode: 'stepped', schedule: [1, 2] });
  await client.watch(run);
  await client.status(({ choices }) => choices !== undefined);
  const before = await read(server, 'lockstep_flush_delay_seconds_count');
  const late = await join(server);
  await late.watch(run);
  await late.status(({ choices }) => choices !== undefined);
  expect(await read(server, 'lockstep_flush_delay_seconds_count')).toBe(before);
});

test('two servers of one process count apart', async () => {
  const [one, other] = [await open(), await open()];
  await join(one);
  expect(await read(one, 'lockstep_connections')).toBe(1);
  expect(await read(other, 'lockstep_connections')).toBe(0);
});

test('what is refused is counted and logged, without what was asked', async () => {
  const server = await open();
  const client = await join(server);
  const secret = 'f'.repeat(32);
  expect(await client.ask('stop', { run: '0'.repeat(32), token: secret })).toMatchObject({ code: 'unknown-run' });
  expect(await read(server, 'lockstep_refused_messages_total{code="unknown-run"}')).toBe(1);
  await expect(
    connect(urlOf(server), { extraHeaders: { origin: 'http://evil.example' }, reconnection: false }),
  ).rejects.toThrow('websocket error');
  const away = 'lockstep_refused_connections_total{reason="pages of another origin may not connect"}';
  expect(await read(server, away)).toBe(1);
  expect(log.join('')).toContain('a message (unknown-run)');
  expect(log.join('')).toContain('pages of another origin may not connect');
  expect(log.join('')).not.toContain(secret);
});

test('on a server that is open to a network, metrics are for whoever has its token', async () => {
  const server = await open({ host: '0.0.0.0' });
  const ask = (headers: Record<string, string>) => fetch(`${urlOf(server)}/metrics`, { headers });
  for (const headers of [{}, { authorization: 'Bearer 00' }, { authorization: `Basic ${server.token}` }] as const) {
    const response = await ask(headers as Record<string, string>);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ message: expect.stringContaining('Authorization: Bearer') });
  }
  const response = await ask({ authorization: `Bearer ${server.token}` });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('lockstep_connections 0');
  expect(log.join('')).not.toContain(server.token);
});

test('a server that closes says so, takes no run, ends those that go on, and says goodbye', async () => {
  const server = await open({ limits: { stopMs: 300 } });
  const client = await join(server, { reconnection: false });
  const { run } = await client.start('stubborn');
  await client.watch(run);
  await client.firstEvent();
  const said: string[] = [];
  client.socket.on('farewell', ({ code }: { code: string }) => said.push(code));
  const gone = new Promise((resolve) => client.socket.once('disconnect', resolve));
  const closed = server.close();
  const health = await fetch(`${urlOf(server)}/healthz`);
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({ ok: false, why: 'the server is closing' });
  expect(await client.run({ lab: 'counter' })).toMatchObject({ ok: false, message: 'the server is closing' });
  expect(await client.ended()).toMatchObject({ code: 'server-closing' });
  await gone;
  await closed;
  expect(said).toEqual(['server-closing']);
});

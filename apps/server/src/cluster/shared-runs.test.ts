// Two servers of one process, with nothing in common but Redis.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LockstepServer } from '../create-server.ts';
import { SERVER_LIMITS } from '../server-limits.ts';
import { hasRedis, startRedis, type TestRedis } from '../testing/start-redis.ts';
import { createTemporaryDirectory, startTestServer } from '../testing/start-test-server.ts';
import { connect, type TestClient } from '../testing/test-client.ts';
import { openCluster } from './open-cluster.ts';

const logger = pino({ level: 'silent' });

describe.skipIf(!hasRedis)('runs of several servers (needs redis-server)', () => {
  let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
  let redis: TestRedis;
  const servers: LockstepServer[] = [];
  const clients: TestClient[] = [];

  beforeEach(async () => {
    directory = await createTemporaryDirectory();
    redis = await startRedis(directory.path);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    for (const server of servers.splice(0)) await server.close();
    await redis.kill();
    await directory.release();
  });

  async function open(name: string, limits = {}): Promise<LockstepServer> {
    const cluster = await openCluster({ url: redis.url, logger, limits: SERVER_LIMITS });
    const server = await startTestServer(join(directory.path, name), { cluster, limits });
    servers.push(server);
    return server;
  }

  async function enter(server: LockstepServer) {
    const client = await connect(server.url);
    clients.push(client);
    return client;
  }

  const runsOf = async ({ url }: LockstepServer) => (await (await fetch(`${url}/healthz`)).json()).runs;
  const recordingOf = async (name: string, run: string) =>
    await readFile(join(directory.path, name, 'recordings', `${run}.jsonl`), 'utf8');

  test('a run is watched on the other server as it goes on, and is the same to the last byte', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const [here, there] = [await enter(a), await enter(b)];
    const { run, token } = await here.start('endless');
    await there.watch(run);
    await here.watch(run);
    await there.firstEvent();
    while (there.lines.length < 100) await there.nextFrame();
    await here.ask('stop', { run, token });
    expect(await there.ended()).toEqual({ state: 'ended', code: 'stopped' });
    await here.ended();
    expect(`${[there.header, ...there.lines].join('\n')}\n`).toBe(await recordingOf('a', run));
    expect(there.lines).toEqual(here.lines);
    expect(await readdir(join(directory.path, 'b', 'recordings'))).toEqual([]);
  });

  test('from any event on, also in the middle of what was published at once', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const here = await enter(a);
    const { run } = await here.start('counter', { knobs: { upTo: 3000, word: 'x'.repeat(200) } });
    await here.watch(run);
    await here.ended();
    for (const from of [0, 1, 777, here.lines.length - 1, here.lines.length]) {
      const there = await enter(b);
      there.skip(from);
      await there.watch(run);
      expect(await there.ended()).toEqual({ state: 'ended', code: 'finished' });
      expect(there.lines.slice(from)).toEqual(here.lines.slice(from));
    }
    expect(await (await enter(b)).ask('watch', { run, from: here.lines.length + 1 })).toMatchObject({
      code: 'bad-request',
    });
  });

  test('its learner steps and stops it through any server, and nobody else does', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const [here, there] = [await enter(a), await enter(b)];
    const { run, token } = await here.start('stepped', { mode: 'stepped' });
    await there.watch(run);
    await there.status(({ choices }) => choices !== undefined);
    expect(await there.ask('step', { run, token, thread: 2 })).toMatchObject({ code: 'not-now' });
    expect(await there.ask('step', { run, token: '0'.repeat(32), thread: 1 })).toMatchObject({ code: 'not-yours' });
    expect(await there.ask('step', { run, token, thread: 1 })).toEqual({ ok: true });
    expect(await there.ask('step', { run, token, thread: 1 })).toEqual({ ok: true });
    await there.status(({ choices }) => choices?.[1]?.enabled === true);
    expect(await there.ask('stop', { run, token })).toEqual({ ok: true });
    expect(await there.ended()).toMatchObject({ code: 'stopped' });
  });

  test('a run that nobody has is told so', async () => {
    const [, b] = [await open('a'), await open('b')];
    const there = await enter(b);
    const run = '0'.repeat(32);
    expect(await there.watch(run)).toMatchObject({ code: 'unknown-run' });
    expect((await fetch(`${b.url}/api/recordings/${run}`)).status).toBe(404);
  });

  test('a run goes on while it is watched elsewhere only, and ends when those are gone', async () => {
    const [a, b] = [await open('a', { graceMs: 200 }), await open('b')];
    const [here, there] = [await enter(a), await enter(b)];
    const { run } = await here.start('endless');
    await there.watch(run);
    here.close();
    // Many times its grace, a tick being a millisecond or more.
    while (there.lines.length < 600) await there.nextFrame();
    await there.ask('leave', { run });
    let runs = await runsOf(a);
    while (runs.running > 0) runs = await runsOf(a);
    expect(await recordingOf('a', run)).toContain('"reason":"viewers-gone"');
  });

  test('a recording is read from the other server while Redis keeps it', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const here = await enter(a);
    const { run } = await here.start('counter');
    await here.watch(run);
    await here.ended();
    const response = await fetch(`${b.url}/api/recordings/${run}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe(await recordingOf('a', run));
  });

  test('while Redis is away runs go on, and the others have them when it is back', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const [here, there] = [await enter(a), await enter(b)];
    await redis.kill();
    const { run } = await here.start('counter');
    await here.watch(run);
    expect(await here.ended()).toMatchObject({ code: 'finished' });
    expect(await there.watch(run)).toMatchObject({ code: 'unknown-run' });
    let health = await (await fetch(`${a.url}/healthz`)).json();
    while (health.redis.ok) health = await (await fetch(`${a.url}/healthz`)).json();
    expect(health).toMatchObject({ ok: true, redis: { why: expect.stringContaining('Redis is lost') } });
    await redis.restart();
    while (!health.redis.ok) health = await (await fetch(`${a.url}/healthz`)).json();
    while (!(await there.watch(run)).ok) await there.ask('watch', { run: '0'.repeat(32), from: 0 });
    await there.ended();
    expect(there.lines).toEqual(here.lines);
  });
});

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findEvent, parseTrace, type Trace } from '@lockstep/trace';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import type { ServerLimits } from './server-limits.ts';
import { createTemporaryDirectory, startTestServer } from './testing/start-test-server.ts';
import { connect, type TestClient } from './testing/test-client.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
const servers: LockstepServer[] = [];
const clients: TestClient[] = [];

beforeEach(async () => {
  directory = await createTemporaryDirectory();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const server of servers.splice(0)) await server.close();
  await directory.release();
});

/** A server that collects its log, and a client of it. */
async function open(limits: Partial<ServerLimits> = {}) {
  const log: string[] = [];
  const waiting = new Set<() => void>();
  const logger = pino(
    { level: 'info' },
    { write: (line: string) => (log.push(line), waiting.forEach((look) => look())) },
  );
  const server = await startTestServer(directory.path, { limits, logger });
  servers.push(server);
  return {
    server,
    log,
    join: async () => {
      const client = await connect(server.url);
      clients.push(client);
      return client;
    },
    /** Settles when a line of the log contains the text. */
    logged: (text: string) =>
      new Promise<string>((resolve) => {
        const look = () => {
          const line = log.find((candidate) => candidate.includes(text));
          if (line !== undefined) resolve(line);
        };
        waiting.add(look);
        look();
      }),
  };
}

async function recordingOf(run: string): Promise<Trace> {
  return parseTrace(await readFile(join(directory.path, 'recordings', `${run}.jsonl`), 'utf8'));
}

const lastOf = (trace: Trace) => trace.event(trace.length - 1);

test('a run ends when its scenario returns, and the viewer has what the file has', async () => {
  const { join: enter } = await open();
  const client = await enter();
  const { run } = await client.start('counter', { seed: 7, knobs: { upTo: 3 } });
  await client.watch(run);
  expect(await client.ended()).toEqual({ state: 'ended', code: 'finished' });
  const trace = await recordingOf(run);
  expect(trace.header).toMatchObject({ seed: 7, mode: 'free', knobs: { upTo: 3, word: 'tick' } });
  expect(lastOf(trace)).toMatchObject({ kind: 'run.ended', reason: 'finished', actor: 'main' });
  expect(client.lines).toHaveLength(trace.length);
  expect(JSON.parse(client.header ?? '')).toEqual(trace.header);
});

test('a scenario that tells its own end has the last word', async () => {
  const { join: enter } = await open();
  const client = await enter();
  const { run } = await client.start('deadlocked');
  await client.watch(run);
  expect(await client.ended()).toEqual({ state: 'ended', code: 'deadlock' });
  expect((await recordingOf(run)).length).toBe(1);
});

test('a scenario that fails is told to trace, viewer and log, and the server lives on', async () => {
  const { join: enter, logged } = await open();
  const client = await enter();
  const { run } = await client.start('failing');
  await client.watch(run);
  expect(await client.ended()).toEqual({ state: 'failed', code: 'failed', message: 'the cable is unplugged' });
  expect(lastOf(await recordingOf(run))).toMatchObject({ kind: 'run.failed', message: 'the cable is unplugged' });
  expect(await logged('a scenario failed')).toContain('failing/scenario');
  expect(client.frames.map(({ lines }) => lines).join('')).not.toContain('scenario');
  expect(await client.run({ lab: 'counter' })).toMatchObject({ ok: true });
});

test('a run has no more than its time', async () => {
  const { join: enter } = await open({ run: { maxMs: 30, maxEvents: 1000, maxWorkers: 1, maxChildren: 1 } });
  const client = await enter();
  const { run } = await client.start('endless');
  await client.watch(run);
  expect(await client.ended()).toEqual({ state: 'ended', code: 'time-limit' });
  const trace = await recordingOf(run);
  expect(lastOf(trace)).toMatchObject({ kind: 'run.ended', reason: 'time-limit' });
  expect(findEvent(trace, (event) => event.kind === 'text.printed' && event.text === 'told to stop')).toBeDefined();
});

test('a run has no more than its events, and tells how many it had no room for', async () => {
  const { join: enter } = await open({ run: { maxMs: 30_000, maxEvents: 5000, maxWorkers: 1, maxChildren: 1 } });
  const client = await enter();
  const { run } = await client.start('flooding');
  await client.watch(run);
  expect(await client.ended()).toEqual({ state: 'ended', code: 'event-limit' });
  const trace = await recordingOf(run);
  expect(trace.length).toBe(5002);
  expect(trace.event(5000)).toMatchObject({ kind: 'run.dropped', where: 'recorder', count: 1000 });
  expect(lastOf(trace)).toMatchObject({ kind: 'run.ended', reason: 'event-limit' });
  expect(client.lines).toHaveLength(5002);
});

test('a learner steps, each step is shown with the next choices, and the run ends with the last', async () => {
  const { join: enter } = await open();
  const client = await enter();
  const { run, token } = await client.start('stepped', { mode: 'stepped', schedule: [1, 2] });
  await client.watch(run);
  const step = (thread: number) => client.ask('step', { run, token, thread });
  const first = await client.status(({ choices }) => choices !== undefined);
  expect(first.choices?.map(({ thread, enabled, reason }) => [thread, enabled, reason])).toEqual([
    [1, true, undefined],
    [2, false, 'not yet'],
  ]);
  expect(await step(2)).toEqual({ ok: false, code: 'not-now', message: 'thread 2 has to wait: not yet' });
  await step(1);
  await step(1);
  await client.status(({ choices }) => choices?.[1]?.enabled === true);
  await step(2);
  expect(await client.ended()).toMatchObject({ code: 'finished' });
  const texts = client.lines.map((line) => JSON.parse(line).text);
  expect(texts).toEqual(['replayed 1', 'replayed 2', 'stepped 1', 'stepped 1', 'stepped 2', undefined]);
  expect(JSON.parse(client.header ?? '')).toMatchObject({ schedule: [1, 2], mode: 'stepped' });
});

test('waiting for the learner does not count as time of the run, but has an end too', async () => {
  const run30 = { maxMs: 30, maxEvents: 1000, maxWorkers: 1, maxChildren: 1 };
  const { join: enter } = await open({ run: run30, idleMs: 60 });
  const client = await enter();
  const { run } = await client.start('stepped', { mode: 'stepped' });
  await client.watch(run);
  expect(await client.ended()).toEqual({ state: 'ended', code: 'idle-limit' });
  expect(lastOf(await recordingOf(run))).toMatchObject({ kind: 'run.ended', reason: 'idle-limit' });
});

test('a run ends at once when its last viewer leaves it', async () => {
  const { join: enter, logged } = await open({ graceMs: 60_000 });
  const [stays, goes] = [await enter(), await enter()];
  const { run } = await goes.start('endless');
  await stays.watch(run);
  await goes.watch(run);
  await goes.ask('leave', { run });
  await stays.nextFrame();
  await stays.ask('leave', { run });
  expect(await logged('a run is over')).toContain('viewers-gone');
});

test('a run ends when the connections of all its viewers are lost', async () => {
  const { join: enter, logged } = await open({ graceMs: 10 });
  const [stays, goes] = [await enter(), await enter()];
  const { run } = await goes.start('endless');
  await stays.watch(run);
  await goes.watch(run);
  goes.close();
  await stays.nextFrame();
  stays.close();
  expect(await logged('a run is over')).toContain('viewers-gone');
  expect(lastOf(await recordingOf(run))).toMatchObject({ kind: 'run.ended', reason: 'viewers-gone' });
});

test('a run that nobody comes to watch ends, also when it is still in the queue', async () => {
  const { join: enter, server } = await open({ graceMs: 10, maxRunning: 1 });
  const client = await enter();
  await client.start('endless');
  await client.start('endless');
  const health = async () => (await (await fetch(`${server.url}/healthz`)).json()).runs;
  let runs = await health();
  while (runs.running + runs.queued > 0) runs = await health();
  expect(runs).toEqual({ running: 0, queued: 0 });
});

test('a scenario that does not stop is given up loudly, and its place is free again', async () => {
  const { join: enter, logged } = await open({ stopMs: 10, maxRunning: 1 });
  const client = await enter();
  const { run, token } = await client.start('stubborn');
  await client.watch(run);
  await client.firstEvent();
  await client.ask('stop', { run, token });
  expect(await client.ended()).toEqual({ state: 'ended', code: 'stopped' });
  expect(await logged('A SCENARIO DOES NOT STOP')).toContain(run);
  const next = await enter();
  const { run: second } = await next.start('counter');
  await next.watch(second);
  expect(await next.ended()).toMatchObject({ code: 'finished' });
});

test('beyond the cap runs wait in turn and are told their place', async () => {
  const { join: enter } = await open({ maxRunning: 1, maxQueued: 3 });
  const [ann, bob] = [await enter(), await enter()];
  const running = await ann.start('endless');
  await ann.watch(running.run);
  const annsSecond = await ann.start('counter');
  const bobs = await bob.start('counter');
  await bob.watch(bobs.run);
  const watcher = await enter();
  await watcher.watch(annsSecond.run);
  await bob.status(({ place }) => place === 1);
  await watcher.status(({ place }) => place === 2);
  await ann.ask('stop', running);
  await bob.ended();
  await watcher.ended();
  expect(watcher.frames.map(({ status }) => status.place).filter((place) => place !== undefined)).toEqual([2, 1]);
});

test('a run that waits for its learner leaves its place to others', async () => {
  const { join: enter } = await open({ maxRunning: 1, maxBegun: 2 });
  const [ann, bob, carl] = [await enter(), await enter(), await enter()];
  const stepped = await ann.start('stepped', { mode: 'stepped' });
  await ann.watch(stepped.run);
  const second = await bob.start('stepped', { mode: 'stepped' });
  await bob.watch(second.run);
  await bob.status(({ choices }) => choices !== undefined);
  const third = await carl.start('counter');
  await carl.watch(third.run);
  await carl.status(({ place }) => place === 1);
  await ann.ask('stop', stepped);
  expect(await carl.ended()).toMatchObject({ code: 'finished' });
  await bob.ask('stop', second);
});

test('a recording that cannot be written ends its run, and the viewer is told', async () => {
  const { join: enter, logged } = await open();
  await rm(join(directory.path, 'recordings'), { recursive: true });
  const client = await enter();
  const { run } = await client.start('endless');
  await client.watch(run);
  const message = 'the recording cannot be written (ENOENT)';
  expect(await client.ended()).toEqual({ state: 'failed', code: 'failed', message });
  expect(JSON.parse(client.lines.at(-1) ?? '')).toMatchObject({ kind: 'run.failed', message });
  await logged('a recording cannot be written');
});

test('neither one client nor all together can fill the queue', async () => {
  const { join: enter } = await open({ maxRunning: 1, maxQueued: 2, maxRunsOfClient: 2 });
  const [ann, bob] = [await enter(), await enter()];
  await ann.start('endless');
  await ann.start('endless');
  expect(await ann.run({ lab: 'endless' })).toMatchObject({
    code: 'queue-full',
    message: expect.stringContaining('stop'),
  });
  await bob.start('endless');
  expect(await bob.run({ lab: 'endless' })).toMatchObject({
    code: 'queue-full',
    message: '2 runs are waiting already',
  });
});

test('a run stopped in the queue is over, for there is no scenario to wait for', async () => {
  const { join: enter } = await open({ maxRunning: 1, stopMs: 60_000 });
  const client = await enter();
  const first = await client.start('endless');
  const second = await client.start('endless');
  const viewer = await enter();
  await viewer.watch(second.run);
  await client.ask('stop', second);
  expect(await viewer.ended()).toEqual({ state: 'ended', code: 'stopped' });
  await client.ask('stop', first);
});

test('when the server closes, runs end first and their viewers are told', async () => {
  const { join: enter, server } = await open();
  const client = await enter();
  const { run } = await client.start('endless');
  await client.watch(run);
  await client.nextFrame();
  await server.close();
  expect(await client.ended()).toEqual({ state: 'ended', code: 'server-closing' });
  expect(lastOf(await recordingOf(run))).toMatchObject({ kind: 'run.ended', reason: 'server-closing' });
});

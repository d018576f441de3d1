// @vitest-environment jsdom
import type { Frame, Lab, RunContext, Scenario } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { expect, test, vi } from 'vitest';
import { takeFrame } from '../live/take-frame.ts';
import { sampleLab } from '../testing/sample-lab.ts';
import { createEngine } from './create-engine.ts';
import { ENGINE_LIMITS, type EngineLimits } from './engine-limits.ts';

const print = (run: RunContext, text: string): number =>
  run.record({ kind: 'text.printed', actor: 't1', source: 'program', at: run.nowUs(), text });

/** Until it is stopped, as a scenario must. */
const untilStopped = (run: RunContext) =>
  new Promise<void>((resolve) => run.signal.addEventListener('abort', () => resolve(), { once: true }));

const stepped: Scenario['run'] = async (run) => {
  for (let step = 1; step <= 3; step++) {
    const choice = { actor: 't1', operation: `step ${step}` };
    run.offer([
      { ...choice, thread: 1, enabled: true },
      { ...choice, thread: 2, enabled: false, reason: 'it waits' },
    ]);
    print(run, `step ${step} by ${await run.nextStep()}`);
  }
  run.offer([]);
};

/** A page with an engine that runs this scenario as its only lab. */
function page(run: Scenario['run'], limits: Partial<EngineLimits> = {}, order?: Scenario['order']) {
  const frames: Frame[] = [];
  const kept = new Map<string, string>();
  const lab: Lab = { ...sampleLab, modes: ['free', 'stepped'] };
  const engine = createEngine({
    labs: {
      [lab.id]: {
        lab: () => Promise.resolve(lab),
        scenario: () => Promise.resolve({ run, ...(order && { order }) }),
        program: () => Promise.reject(new Error('it has none')),
      },
    },
    machine: { platform: 'test', kernel: '', node: '', cores: 1 },
    limits: { ...ENGINE_LIMITS, flushMs: 1, ...limits },
    send: (frame) => void frames.push(frame),
    keep: (id, recording) => void kept.set(id, recording()),
  });
  return {
    kept,
    frames,
    ask: engine.answer,
    start: async (mode: 'free' | 'stepped' = 'free') => {
      const reply = await engine.answer('run', { lab: lab.id, mode, knobs: {} });
      if (!('run' in reply)) throw new Error(JSON.stringify(reply));
      await engine.answer('watch', { run: reply.run, from: 0 });
      return { run: reply.run, token: reply.token };
    },
    last: (id: string) => frames.findLast((frame) => frame.run === id)?.status,
    /** All that was sent of a run from a frame on, put together as a page does. */
    trace: (id: string, since = 0): Trace | undefined => {
      let trace: Trace | undefined;
      for (const frame of frames.slice(since).filter((one) => one.run === id)) {
        const next = takeFrame(trace, frame);
        if (next === 'hole') throw new Error('a hole');
        trace = next;
      }
      return trace;
    },
  };
}

const texts = (trace: Trace | undefined) =>
  trace?.slice(0).map((event) => (event.kind === 'text.printed' ? event.text : event.kind));

test('a run ends, and says so with its last events', async () => {
  const { start, last, trace, kept } = page(async (run) => {
    print(run, 'hello');
  });
  const { run } = await start();
  await vi.waitUntil(() => last(run)?.state === 'ended');
  expect(texts(trace(run))).toEqual(['hello', 'run.ended']);
  expect(last(run)?.code).toBe('finished');
  expect(kept.get(run)?.trimEnd().split('\n')).toHaveLength(3);
});

test('a stepped run goes as it is told, and refuses whoever waits', async () => {
  const { start, ask, last, trace } = page(stepped);
  const { run, token } = await start('stepped');
  await vi.waitUntil(() => last(run)?.choices?.length === 2);
  expect(await ask('step', { run, token, thread: 2 })).toMatchObject({ ok: false, code: 'not-now' });
  expect(await ask('step', { run, token: 'another', thread: 1 })).toMatchObject({ ok: false, code: 'not-yours' });
  // The second and third come before the scenario has asked for them, and are not lost.
  const steps = [1, 2, 3].map(() => ask('step', { run, token, thread: 1 }));
  expect(await Promise.all(steps)).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  await vi.waitUntil(() => last(run)?.state === 'ended');
  expect(texts(trace(run))).toEqual(['step 1 by 1', 'step 2 by 1', 'step 3 by 1', 'run.ended']);
  expect(await ask('step', { run, token, thread: 1 })).toMatchObject({ ok: false, code: 'ended' });
});

test('a free run has no steps', async () => {
  const { start, ask } = page(untilStopped);
  const { run, token } = await start();
  expect(await ask('step', { run, token, thread: 1 })).toMatchObject({ ok: false, code: 'mode' });
});

test('a run can be stopped', async () => {
  const { start, ask, last } = page(untilStopped);
  const { run, token } = await start();
  expect(await ask('stop', { run, token })).toEqual({ ok: true });
  await vi.waitUntil(() => last(run)?.state === 'ended');
  expect(last(run)?.code).toBe('stopped');
});

test('a scenario that does not stop is given up', async () => {
  const { start, ask, last } = page(() => new Promise(() => undefined), { stopMs: 1 });
  const { run, token } = await start();
  await ask('stop', { run, token });
  await vi.waitUntil(() => last(run)?.state === 'ended');
  expect(last(run)?.code).toBe('stopped');
});

test.each([
  ['time-limit', { run: { ...ENGINE_LIMITS.run, maxMs: 1 } }, untilStopped],
  [
    'event-limit',
    { run: { ...ENGINE_LIMITS.run, maxEvents: 10 } },
    async (run: RunContext) => {
      while (!run.signal.aborted) print(run, 'again');
    },
  ],
] as const)('a run that reaches its limit ends: %s', async (code, limits, scenario) => {
  const { start, last } = page(scenario, limits);
  const { run } = await start();
  await vi.waitUntil(() => last(run)?.state === 'ended');
  expect(last(run)?.code).toBe(code);
});

test('a stepped run waits for its learner only so long', async () => {
  const { start, last } = page(stepped, { idleMs: 1 });
  const { run } = await start('stepped');
  await vi.waitUntil(() => last(run)?.state === 'ended');
  expect(last(run)?.code).toBe('idle-limit');
});

test('a run that nobody watches any more ends', async () => {
  const signals: RunContext['signal'][] = [];
  const { start, ask } = page((run) => {
    signals.push(run.signal);
    return untilStopped(run);
  });
  const { run } = await start();
  await ask('leave', { run });
  await vi.waitUntil(() => signals[0]?.aborted);
  expect(signals).toHaveLength(1);
});

test('more runs than may run at a time wait for their turn', async () => {
  const { start, ask, last } = page(untilStopped, { maxRunning: 1, maxRuns: 2 });
  const first = await start();
  const second = await start();
  expect(last(second.run)).toEqual({ state: 'queued', place: 1 });
  expect(await ask('run', { lab: sampleLab.id, mode: 'free', knobs: {} })).toMatchObject({ code: 'queue-full' });
  await ask('stop', first);
  await vi.waitUntil(() => last(second.run)?.state === 'running');
});

test('who comes late is shown all, and who has some of it the rest', async () => {
  const { start, ask, last, trace, frames } = page(async (run) => {
    for (let line = 0; line < 5000; line++) print(run, `line ${line} ${'x'.repeat(40)}`);
  });
  const { run } = await start();
  await vi.waitUntil(() => last(run)?.state === 'ended');
  const before = frames.length;
  await ask('watch', { run, from: 0 });
  expect(frames.length - before).toBeGreaterThan(1);
  expect(trace(run, before)?.length).toBe(5001);
  // What it came to is said with the last of it only.
  expect(frames.slice(before).map(({ status }) => status.state)).toEqual([
    ...frames.slice(before + 1).map(() => 'running'),
    'ended',
  ]);
  await ask('watch', { run, from: 4999 });
  expect(frames.at(-1)).toMatchObject({ from: 4999 });
  expect(frames.at(-1)?.header).toBeUndefined();
});

test('a fault of the scenario fails the run in its own words', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { start, last } = page(() => Promise.reject(new Error('the fork is bent')));
  const { run } = await start();
  await vi.waitUntil(() => last(run)?.state === 'failed');
  expect(last(run)?.message).toBe('the fork is bent');
});

test('the program of a lab is asked about the order of two operations, where it can be', async () => {
  const schedule = [1, 2];
  const body = { mode: 'stepped', knobs: {}, schedule, earlier: { thread: 1, nth: 0 }, later: { thread: 2, nth: 0 } };
  const order = vi.fn<NonNullable<Scenario['order']>>(() =>
    Promise.resolve({ order: 'free', schedule: [2, 1], kept: 0 }),
  );
  const lab = sampleLab.id;
  expect(await page(untilStopped, {}, order).ask('swap', { lab, body })).toMatchObject({ order: 'free', kept: 0 });
  expect(order.mock.calls[0]?.[0]).toMatchObject({ labDirectory: lab, question: { schedule, later: { thread: 2 } } });
  expect(await page(untilStopped).ask('swap', { lab, body })).toEqual({ order: 'unknown', why: 'not-asked' });
});

test.each([
  ['unknown-lab', 'run', { lab: 'no-such', mode: 'free', knobs: {} }],
  ['unknown-lab', 'run', { lab: 'constructor', mode: 'free', knobs: {} }],
  ['mode', 'run', { lab: sampleLab.id, mode: 'search', knobs: {} }],
  ['bad-knob', 'run', { lab: sampleLab.id, mode: 'free', knobs: { nothing: 1 } }],
  ['bad-request', 'run', { lab: sampleLab.id }],
  ['unknown-run', 'watch', { run: 'no-such', from: 0 }],
] as const)('is refused in words: %s', async (code, name, request) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await page(untilStopped).ask(name, request)).toMatchObject({ ok: false, code });
});

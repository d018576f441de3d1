import { readdirSync } from 'node:fs';
import type { EventOf, Kind, Trace } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { runScenario } from '../fixtures/run-scenario.ts';

const program = 'lost-update.js';

function eventsOf<K extends Kind>(trace: Trace, kind: K): EventOf<K>[] {
  return trace.slice(0).filter((event): event is EventOf<K> => event.kind === kind);
}

const last = (trace: Trace) => trace.event(trace.length - 1);

/** Threads of this process, on Linux. */
// The kernel wakes whoever joins a thread a moment before /proc forgets it (mm_release before release_task): ask until then.
const threadCount = () => readdirSync('/proc/self/task').length;

describe('threadScenario', () => {
  it('free: records one run of real threads from start to outcome', async () => {
    const trace = await runScenario({ program, mode: 'free', knobs: { threads: 2, rounds: 4 } });
    expect(eventsOf(trace, 'thread.started').map(({ actor }) => actor)).toEqual(['t1', 't2']);
    expect(eventsOf(trace, 'value.written')).toHaveLength(8);
    expect(eventsOf(trace, 'thread.finished')).toHaveLength(2);
    const total = eventsOf(trace, 'value.written').at(-1)?.value;
    expect(eventsOf(trace, 'text.printed')[0]).toMatchObject({ actor: 'main', text: `total = ${total}` });
    const [outcome] = eventsOf(trace, 'outcome.observed');
    expect(outcome).toMatchObject({ run: 1, value: String(total), source: 'program' });
    expect(outcome?.overlapPercent).toBeGreaterThanOrEqual(0);
    expect(last(trace)).toMatchObject({ kind: 'run.ended', reason: 'finished' });
    expect(trace.slice(0).every(({ kind, line }) => kind.startsWith('value.') === (line !== undefined))).toBe(true);
  });

  it('free: ends a deadlock, and does not claim that its threads finished', async () => {
    const trace = await runScenario({ program: 'two-locks.js', mode: 'free', knobs: { pauseMs: 30 } });
    expect(eventsOf(trace, 'thread.blocked').filter(({ holder }) => holder)).toHaveLength(2);
    expect(eventsOf(trace, 'thread.finished')).toEqual([]);
    expect(last(trace)).toMatchObject({ kind: 'run.ended', reason: 'deadlock' });
  });

  it('stepped: replays the schedule, then asks, and passes over those who cannot go', async () => {
    const offers: string[][] = [];
    const trace = await runScenario({
      program,
      mode: 'stepped',
      knobs: { threads: 2, rounds: 1, locked: true },
      schedule: [1, 2, 2, 1],
      choose(choices) {
        offers.push(choices.map(({ operation, enabled, reason }) => (enabled ? operation : `${operation}: ${reason}`)));
        return offers.length === 1 ? 2 : choices.find(({ enabled }) => enabled)?.thread;
      },
    });
    expect(offers.slice(0, 4)).toEqual([
      ['store 1 → total', 'acquire lock: t1 holds lock'],
      ['store 1 → total', 'acquire lock: t1 holds lock'],
      ['release lock', 'acquire lock: t1 holds lock'],
      ['acquire lock'],
    ]);
    const [requested] = eventsOf(trace, 'lock.requested');
    const [released] = eventsOf(trace, 'lock.released');
    expect(trace.slice(0).find(({ kind, actor }) => kind === 'thread.blocked' && actor === 't2')).toMatchObject({
      on: 'lock',
      holder: 't1',
      cause: requested?.seq,
    });
    expect(eventsOf(trace, 'thread.unblocked')[0]).toMatchObject({ actor: 't2', on: 'lock', cause: released?.seq });
    expect(eventsOf(trace, 'outcome.observed')[0]).toMatchObject({ value: '2', expected: true });
  });

  it('stepped: a complete schedule needs nobody, and its causes lead from store to load', async () => {
    const knobs = { threads: 2, rounds: 1 };
    const trace = await runScenario({ program, mode: 'stepped', knobs, schedule: [1, 1, 2, 1, 2, 2] });
    expect(trace.slice(3, 9).map(({ kind, cause }) => [kind, cause])).toEqual([
      ['value.read', undefined],
      ['value.computed', 3],
      ['value.read', undefined],
      ['value.written', 4],
      ['thread.finished', undefined],
      ['value.computed', 5],
    ]);
    expect(eventsOf(trace, 'outcome.observed')[0]).toMatchObject({ value: '1', expected: false });
  });

  it('stepped: says which threads wait for each other in a deadlock', async () => {
    const trace = await runScenario({ program: 'two-locks.js', mode: 'stepped', knobs: {}, schedule: [1, 2, 1, 2] });
    expect(eventsOf(trace, 'outcome.observed')[0]).toMatchObject({
      value: 'deadlock: t1 → t2 → t1',
      source: 'derived',
    });
    expect(last(trace)).toMatchObject({ kind: 'run.ended', reason: 'deadlock' });
  });

  it('batch: tells each outcome in order, and counts nothing twice', async () => {
    const trace = await runScenario({
      program,
      mode: 'batch',
      knobs: { threads: 2, rounds: 50, locked: true, runs: 25 },
    });
    const outcomes = eventsOf(trace, 'outcome.observed');
    expect(outcomes.map(({ run }) => run)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(outcomes.every(({ value, expected }) => value === '100' && expected)).toBe(true);
    expect(trace.length).toBe(26);
  });

  it('search: finds the lost update by its second schedule, which then happens on real threads', async () => {
    const knobs = { threads: 2, rounds: 1 };
    const trace = await runScenario({ program, mode: 'search', knobs });
    const [found] = eventsOf(trace, 'search.finished');
    expect(found).toMatchObject({ verdict: 'bug', tried: 2, source: 'model' });
    expect(eventsOf(trace, 'schedule.tried').map(({ expected }) => expected)).toEqual([true, false]);
    const schedule = [...(found?.schedule ?? '')].map(Number);
    const proof = await runScenario({ program, mode: 'stepped', knobs, schedule });
    expect(eventsOf(proof, 'outcome.observed')[0]?.expected).toBe(false);
  });

  it('search: proves the lock', async () => {
    const trace = await runScenario({ program, mode: 'search', knobs: { threads: 2, rounds: 2, locked: true } });
    expect(eventsOf(trace, 'search.finished')[0]).toMatchObject({ verdict: 'proof' });
  });

  it('gives the program the knobs that the lab chose for the mode', async () => {
    const options = { knobs: () => ({ threads: 1, rounds: 3, unset: undefined }) };
    const trace = await runScenario({ program, mode: 'free', knobs: { rounds: 99 }, options });
    expect(eventsOf(trace, 'value.written')).toHaveLength(3);
  });

  it.each(['free', 'batch', 'search', 'stepped'] as const)(
    '%s: a stop in the middle leaves no thread',
    async (mode) => {
      const knobs = { threads: 3, rounds: mode === 'search' ? 6 : 100_000_000, runs: 5, windowUs: 100 };
      await runScenario({ program, mode, knobs: { ...knobs, rounds: 1 }, choose: () => undefined });
      const before = threadCount();
      const trace = await runScenario({
        program,
        mode,
        knobs: mode === 'batch' ? { ...knobs, rounds: 200 } : { ...knobs, locked: mode === 'search' },
        choose: (choices) => choices[0]?.thread,
        onEvent: (soFar, abort) => soFar.length === 4 && abort(),
      });
      expect(last(trace)).toMatchObject({ kind: 'run.ended', reason: 'stopped' });
      await expect.poll(threadCount).toBeLessThanOrEqual(before);
    },
  );
});

import type { Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { cancelled, logsOut } from './moments.ts';
import { clockOf, growthUs } from './ticks.ts';

/** The time runs out, the timer looks at its flag, and only then main cancels and orders. */
const JUST_TOO_LATE = [0, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1];
/** Everybody in turn, as often as it takes. */
const IN_TURN = Array.from({ length: 80 }, (_, i) => i % 4);

const outcome = (trace: Trace) => kinds(trace, 'outcome.observed');
const verdict = (trace: Trace, id: string) => lab.claims.find((claim) => claim.id === id)?.verdict(trace)?.judgement;
const answer = (trace: Trace, id: string) => lab.predictions.find((one) => one.id === id)?.answer(trace)?.choice;

describe('on real threads', () => {
  test('a function runs although cancel() has returned, 100 times of 100', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('timer', { mode: 'stepped', schedule: JUST_TOO_LATE });
      expect(cancelled(trace)?.seq).toBeLessThan(logsOut(trace)?.seq ?? -1);
      expect(outcome(trace)).toMatchObject([{ value: 'ordered, and logged out all the same', expected: false }]);
      expect(verdict(trace, 'cancel-stops-it')).toBe('wrong');
    }
  });

  test('a cancel in time wakes the timer, and it ends without doing anything', async () => {
    const trace = await runLab('timer', { mode: 'stepped', schedule: [0, 1, 1, 0, 1, 1, 1, 1, 0, 0] });
    expect(kinds(trace, 'event.waited')).toMatchObject([{ actor: 't1', isSet: true, cause: cancelled(trace)?.seq }]);
    expect(logsOut(trace)).toBeUndefined();
    expect(answer(trace, 'does-it-run')).toBe('never');
    expect(verdict(trace, 'cancel-stops-it')).toBe('half-right');
  });

  test('a cancel after the function raises nothing and changes nothing', async () => {
    const trace = await runLab('timer', { mode: 'stepped', schedule: [0, 1, 1, 1, 1, 1, 1, 1, 0, 0] });
    expect(kinds(trace, 'operation.failed')).toEqual([]);
    expect(answer(trace, 'does-it-run')).toBe('before');
    expect(outcome(trace)).toMatchObject([{ value: 'too late: logged out', expected: true }]);
  });

  test('with a join after the cancel the same steps leave main in no doubt', async () => {
    const schedule = [0, 1, 1, 1, 1, 0, 0, 0, ...IN_TURN];
    const trace = await runLab('timer', { mode: 'stepped', knobs: { joins: true }, schedule });
    expect(kinds(trace, 'value.read')[0]?.seq).toBeGreaterThan(logsOut(trace)?.seq ?? Number.POSITIVE_INFINITY);
    expect(outcome(trace)).toMatchObject([{ value: 'too late: logged out', expected: true }]);
  });

  test.each(['after-work', 'before-work', 'from-start'])('a clock ticks as often as it should (%s)', async (next) => {
    const trace = await runLab('timer', { mode: 'stepped', knobs: { story: 'repeat', next }, schedule: IN_TURN });
    expect(outcome(trace)).toMatchObject([{ value: '3 ticks', expected: true }]);
  });
});

describe('at full speed', () => {
  test('a clock whose timers follow each other inherits every delay, and no tick comes early', async () => {
    const knobs = { story: 'repeat', periodMs: 10, workMs: 20, manyTicks: 4 };
    const trace = await runLab('timer', { mode: 'free', knobs });
    const clock = clockOf(trace);
    expect(clock?.ticks).toHaveLength(4);
    expect(clock?.ticks.every(({ lateUs }) => lateUs > 0)).toBe(true);
    const lateness = clock?.ticks.map(({ lateUs }) => lateUs) ?? [];
    expect(lateness).toEqual([...lateness].sort((one, other) => one - other));
    expect(answer(trace, 'how-late')).toBe('growing');
    expect(verdict(trace, 'ticks-evenly')).toBe('wrong');
  });

  test('a clock whose deadlines are counted from the start starts all its timers first', async () => {
    const knobs = { story: 'repeat', next: 'from-start', manyTicks: 3 };
    const trace = await runLab('timer', { mode: 'free', knobs });
    expect(kinds(trace, 'thread.spawned').map(({ actor }) => actor)).toEqual(['main', 'main', 'main']);
    expect(growthUs(clockOf(trace) ?? { periodUs: 0, of: 0, ticks: [] })).toBeDefined();
    expect(verdict(trace, 'ticks-evenly')).toBeUndefined();
  });
});

describe('the search', () => {
  test('finds the order in which a cancelled timer runs, and real threads prove it', async () => {
    const search = await runLab('timer', { mode: 'search' });
    const found = kinds(search, 'search.finished')[0];
    expect(found).toMatchObject({ verdict: 'bug' });
    if (found?.kind !== 'search.finished') return;
    const real = await runLab('timer', { mode: 'stepped', schedule: Array.from(found.schedule ?? '', Number) });
    expect(outcome(real)).toMatchObject([{ expected: false }]);
  });

  test('proves that a join after the cancel mends it', async () => {
    const trace = await runLab('timer', { mode: 'search', knobs: { joins: true } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
  });
});

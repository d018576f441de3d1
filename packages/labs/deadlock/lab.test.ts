import { foldOf, waitForGraph } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { closing } from './moments.ts';

/** Each takes its first thing. */
const CIRCLE = [1, 2];

describe('on real threads', () => {
  test('two that each take their first thing wait for ever, 100 times of 100', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('deadlock', { mode: 'stepped', schedule: CIRCLE });
      expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: 'deadlock: t1 → t2 → t1', expected: false }]);
      expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'deadlock' }]);
    }
  });

  test('the four conditions become true one after the other, the circle last', async () => {
    const trace = await runLab('deadlock', { mode: 'stepped', schedule: CIRCLE });
    const circle = closing(trace) as number;
    expect(foldOf(waitForGraph, trace).at(circle).cycles).toEqual([]);
    const { cycles, conditions } = foldOf(waitForGraph, trace).at(circle + 1);
    expect(cycles).toHaveLength(1);
    const since = Object.values(conditions).map(Number);
    expect(since).toHaveLength(4);
    expect(Math.max(...since)).toBe(circle);
  });

  test.each(['order', 'one-lock'])('the same steps with the fix %s: both eat', async (fix) => {
    const schedule = [1, 2, ...Array.from({ length: 40 }, (_, i) => (i % 2) + 1)];
    const trace = await runLab('deadlock', { mode: 'stepped', knobs: { fix }, schedule });
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: '2 of 2 meals', expected: true }]);
    expect(closing(trace)).toBeUndefined();
  });

  test('with a time-out the circle closes and opens again: one puts back what it has', async () => {
    const schedule = [1, 2, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1, 1];
    const trace = await runLab('deadlock', { mode: 'stepped', knobs: { fix: 'timeout' }, schedule });
    expect(kinds(trace, 'lock.refused')).toMatchObject([{ actor: 't1', lock: 'fork' }]);
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: '2 of 2 meals', expected: true }]);
  });

  test('eight that dawdle hang by themselves, and with one order they never do', async () => {
    const results = async (fix: string) => {
      const trace = await runLab('deadlock', { mode: 'batch', knobs: { fix, runs: 4, pauseMs: 10 } });
      return kinds(trace, 'outcome.observed').map((event) => event.value);
    };
    expect(await results('none')).toContain('deadlock');
    expect(await results('order')).toEqual(Array.from({ length: 4 }, () => '8 of 8 meals'));
  });
});

describe('the search', () => {
  test.each(['opposite', 'functions'])('finds the circle (%s), and real threads prove it', async (story) => {
    const search = await runLab('deadlock', { mode: 'search', knobs: { story } });
    const found = kinds(search, 'search.finished')[0];
    expect(found).toMatchObject({ verdict: 'bug', source: 'model' });
    const schedule = Array.from(found?.schedule ?? '', Number);
    const real = await runLab('deadlock', { mode: 'stepped', knobs: { story }, schedule });
    expect(kinds(real, 'run.ended')).toMatchObject([{ reason: 'deadlock' }]);
    expect(closing(real)).toBeDefined();
  });

  test.each(['order', 'timeout', 'one-lock'])('proves that %s mends it', async (fix) => {
    const trace = await runLab('deadlock', { mode: 'search', knobs: { fix } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
    expect(lab.predictions.find(({ id }) => id === 'can-it-hang')?.answer(trace)?.choice).toBe('proof');
  });
});

test('a deadlocked run shows that nothing burns', async () => {
  const trace = await runLab('deadlock', { mode: 'stepped', schedule: CIRCLE });
  expect(lab.claims.map((claim) => claim.verdict(trace)?.judgement)).toEqual([undefined, 'wrong']);
});

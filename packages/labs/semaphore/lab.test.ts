import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { mostInside } from './moments.ts';

/** Car 1 gives back two places; then three are inside a park of two. */
const CROWDED = [1, 1, 2, 2, 1, 1, 1, 3, 3, 4, 4, 4, 2, 2, 3, 3, 4, 4];

describe('on real threads', () => {
  test('a place given back twice lets three into a park of two, 100 times of 100', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('semaphore', { mode: 'stepped', knobs: { careless: true }, schedule: CROWDED });
      expect(mostInside(trace)).toMatchObject({ cars: 3 });
      expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: 'too many inside, 1 times', expected: false }]);
    }
  });

  test('a bounded semaphore raises Python’s error when the park is full already', async () => {
    const knobs = { careless: true, kind: 'bounded', cars: 2 };
    const trace = await runLab('semaphore', { mode: 'stepped', knobs, schedule: [1, 1, 1, 1, 1, 2, 2, 2, 2] });
    expect(kinds(trace, 'operation.failed')).toMatchObject([
      { actor: 't1', error: 'ValueError: Semaphore released too many times' },
    ]);
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ expected: true }]);
  });

  test('fifteen cars, five places: never more than five inside, and all get in', async () => {
    const trace = await runLab('semaphore', { mode: 'free', knobs: { parkMs: 3 } });
    expect(mostInside(trace)?.cars).toBeLessThanOrEqual(5);
    expect(kinds(trace, 'semaphore.acquired')).toHaveLength(15);
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ expected: true }]);
    expect(lab.claims[0]?.verdict(trace)?.judgement).toBe('wrong');
  });
});

describe('the search', () => {
  test('proves that the counter never lets in too many', async () => {
    const trace = await runLab('semaphore', { mode: 'search', knobs: { cars: 3 } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
  });

  test('finds the order in which a careless driver makes it crowded', async () => {
    const trace = await runLab('semaphore', { mode: 'search', knobs: { careless: true } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'bug' }]);
  });
});

import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { circleOfTwo, moments, waitsForItself } from './moments.ts';

const ALTERNATING = Array.from({ length: 40 }, (_, i) => (i % 2) + 1);

describe('on real threads', () => {
  test('a plain lock lets its holder wait for itself, 100 times of 100', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('rlock', { mode: 'stepped', schedule: [1] });
      expect(waitsForItself(trace)).toBeDefined();
      expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: 'deadlock: t1 → t1', expected: false }]);
    }
  });

  test('a reentrant one counts to two and back', async () => {
    const trace = await runLab('rlock', { mode: 'stepped', knobs: { kind: 'rlock' }, schedule: ALTERNATING });
    const depths = kinds(trace, 'lock.acquired', 'lock.released').map((event) =>
      event.kind === 'lock.acquired' || event.kind === 'lock.released' ? event.depth : 0,
    );
    expect(depths).toEqual([1, 2, 1, 0, 1, 2, 1, 0]);
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: 'balance 20', expected: true }]);
  });

  test('once too few: the other waits for somebody who is gone, and no circle exists', async () => {
    const knobs = { kind: 'rlock', releases: 'fewer' };
    const trace = await runLab('rlock', { mode: 'stepped', knobs, schedule: [1, 1, 1, 1] });
    expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'deadlock' }]);
    expect(moments.find(({ id }) => id === 'still-held')?.find(trace)).toBeDefined();
    expect(circleOfTwo(trace)).toBeUndefined();
  });

  test('once too often: Python’s error, as a step', async () => {
    const knobs = { kind: 'rlock', releases: 'more' };
    const trace = await runLab('rlock', { mode: 'stepped', knobs, schedule: ALTERNATING });
    expect(kinds(trace, 'operation.failed')).toMatchObject([
      { actor: 't1', error: 'RuntimeError: cannot release un-acquired lock' },
      { actor: 't2', error: 'RuntimeError: cannot release un-acquired lock' },
    ]);
  });

  test('two transfers in opposite directions hang, reentrant or not', async () => {
    const knobs = { kind: 'rlock', story: 'transfer' };
    const trace = await runLab('rlock', { mode: 'stepped', knobs, schedule: [1, 2] });
    expect(circleOfTwo(trace)).toBeDefined();
    expect(lab.claims[0]?.verdict(trace)?.judgement).toBe('wrong');
  });
});

describe('the search', () => {
  test('proves that the reentrant lock is safe against itself', async () => {
    const trace = await runLab('rlock', { mode: 'search', knobs: { kind: 'rlock' } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
  });

  test('finds that it is not safe against another', async () => {
    const trace = await runLab('rlock', { mode: 'search', knobs: { kind: 'rlock', story: 'transfer' } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'bug' }]);
  });
});

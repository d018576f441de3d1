import { foldOf, lostUpdates, type Trace, valueHistory } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';

/** All load, then all store. */
const LOSING = [1, 2, 3, 1, 2, 3];

const lostIn = (trace: Trace) => lostUpdates(foldOf(valueHistory, trace).at(trace.length)).length;

describe('on real threads', () => {
  test('all load before the first store: one is gone of three, 100 times of 100', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('mutex', { mode: 'stepped', schedule: LOSING });
      expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: '2', expected: false, source: 'program' }]);
      expect(lostIn(trace)).toBe(2);
    }
  });

  test.each(['lock', 'spin'])('with %s no order of threads loses anything', async (guard) => {
    const schedule = [1, 2, 3, 1, 2, 3, 1, 2, 3, ...Array.from({ length: 30 }, (_, i) => (i % 3) + 1)];
    const trace = await runLab('mutex', { mode: 'stepped', knobs: { guard }, schedule });
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: '0', expected: true }]);
    expect(lostIn(trace)).toBe(0);
    expect(kinds(trace, guard === 'spin' ? 'lock.refused' : 'lock.requested').length).toBeGreaterThan(0);
  });

  test('twelve threads that dawdle: free runs without the lock go wrong, with it never', async () => {
    const results = async (guard: string) => {
      const trace = await runLab('mutex', { mode: 'batch', knobs: { guard, runs: 5, pauseMs: 5 } });
      return kinds(trace, 'outcome.observed').map((event) => event.expected);
    };
    expect(await results('none')).toEqual([false, false, false, false, false]);
    expect(await results('lock')).toEqual([true, true, true, true, true]);
  });

  test('a thread that spins asks in vain while another sleeps with the lock', async () => {
    const trace = await runLab('mutex', { mode: 'free', knobs: { guard: 'spin', manyThreads: 3, pauseMs: 2 } });
    expect(kinds(trace, 'lock.refused').length).toBeGreaterThan(0);
    expect(lab.claims[0]?.verdict(trace)?.judgement).toBe('half-right');
  });
});

describe('the search', () => {
  test('proves the lock for three threads, and finds the bug without it', async () => {
    const proof = await runLab('mutex', { mode: 'search', knobs: { guard: 'lock' } });
    expect(kinds(proof, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
    const bug = await runLab('mutex', { mode: 'search' });
    const found = kinds(bug, 'search.finished')[0];
    expect(found).toMatchObject({ verdict: 'bug' });
    const schedule = Array.from(found?.schedule ?? '', Number);
    const real = await runLab('mutex', { mode: 'stepped', schedule });
    expect(kinds(real, 'outcome.observed')).toMatchObject([{ expected: false, source: 'program' }]);
  });
});

test('the claim about spinning needs a run that spins', async () => {
  const trace = await runLab('mutex', { mode: 'stepped', schedule: LOSING });
  expect(lab.claims[0]?.verdict(trace)).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { comesLate, releasedBySet } from './moments.ts';

/** Two wait, the bus comes, the third comes late. */
const ALL_ABOARD = [1, 2, 4, 1, 2, 3, 1, 2, 3];

describe('on real threads', () => {
  test('one set lets all go who wait, and one who comes late, 100 times of 100', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('event', { mode: 'stepped', schedule: ALL_ABOARD });
      expect(releasedBySet(trace)).toHaveLength(3);
      expect(comesLate(trace)).toMatchObject({ actor: 't3' });
      expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: '3 boarded', expected: true }]);
    }
  });

  test('a bus that leaves at once takes those who wait and leaves behind who comes after', async () => {
    const knobs = { leaves: 'at-once' };
    const trace = await runLab('event', { mode: 'stepped', knobs, schedule: [1, 2, 4, 4, 3, 1, 2, 1, 2] });
    expect(kinds(trace, 'event.waited').map(({ actor }) => actor)).toEqual(['t1', 't2']);
    expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'deadlock' }]);
  });

  test('a client whose time runs out tries again, and gives up after the third time', async () => {
    const knobs = { story: 'database' };
    const trace = await runLab('event', { mode: 'stepped', knobs, schedule: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2] });
    expect(kinds(trace, 'event.waited')).toMatchObject([{ isSet: false }, { isSet: false }, { isSet: false }]);
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: 'gave up' }]);
  });

  test('ten passengers in a free run all get on', async () => {
    const trace = await runLab('event', { mode: 'free' });
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: '10 boarded', expected: true }]);
  });
});

describe('the search', () => {
  test('proves that a bus that stays takes everybody', async () => {
    const trace = await runLab('event', { mode: 'search' });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
  });

  test('finds who is left behind by one that leaves at once', async () => {
    const trace = await runLab('event', { mode: 'search', knobs: { leaves: 'at-once' } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'bug' }]);
  });
});

test('both claims are put to the test by one run', async () => {
  const trace = await runLab('event', { mode: 'stepped', schedule: ALL_ABOARD });
  expect(lab.claims.map((claim) => claim.verdict(trace)?.judgement)).toEqual(['wrong', 'wrong']);
});

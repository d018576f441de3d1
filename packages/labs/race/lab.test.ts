import { createTrace, foldOf, lostUpdates, type Trace, valueHistory } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';

/** Both load, then both store: the second store wipes out the first, whose ever it is. */
const LOSING = [1, 2, 1, 2, 1, 2];
const LOSING_THE_OTHER = [1, 2, 1, 2, 2, 1];
const withOneRound = { mode: 'stepped', knobs: { rounds: 1 } } as const;

function lost(trace: Trace) {
  return lostUpdates(foldOf(valueHistory, trace).at(trace.length));
}

describe('on real threads', () => {
  test.each([
    { schedule: LOSING, actor: 't2', value: -1 },
    { schedule: LOSING_THE_OTHER, actor: 't1', value: 1 },
  ])('who stores last decides: $value, 100 times of 100', { timeout: 120_000 }, async ({ schedule, actor, value }) => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('race', { ...withOneRound, schedule });
      const wrong = { value: String(value), expected: false, source: 'program' };
      expect(kinds(trace, 'outcome.observed')).toMatchObject([wrong]);
      expect(lost(trace)).toMatchObject([{ actor, value, before: -value }]);
    }
  });

  test('one thread after the other loses nothing', async () => {
    const trace = await runLab('race', { ...withOneRound, schedule: [1, 1, 1, 2, 2, 2] });
    expect(lost(trace)).toEqual([]);
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: '0', expected: true }]);
  });

  test('a schedule replays to the same steps', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => runLab('race', { ...withOneRound, schedule: LOSING })));
    const story = (trace: Trace) => trace.slice(0).map(({ actor, kind, line }) => `${actor} ${kind} ${line}`);
    expect(story(first as Trace)).toEqual(story(second as Trace));
  });

  test('with the lock the second thread waits and nothing is lost', async () => {
    const knobs = { rounds: 1, lock: true };
    const trace = await runLab('race', { mode: 'stepped', knobs, schedule: [1, 1, 1, 1, 1, 2, 2, 2, 2, 2] });
    expect(lost(trace)).toEqual([]);
    const story = kinds(trace, 'lock.acquired', 'lock.released').map(({ actor, kind }) => `${actor} ${kind}`);
    expect(story).toEqual(['t1 lock.acquired', 't1 lock.released', 't2 lock.acquired', 't2 lock.released']);
    expect(kinds(trace, 'thread.blocked').some(({ actor }) => actor === 't2')).toBe(true);
  });

  test('a free run tells a chain of values: each load sees the last store', async () => {
    const trace = await runLab('race', { mode: 'free', knobs: { freeRounds: 50 } });
    let total = 0;
    for (const event of kinds(trace, 'value.read', 'value.written')) {
      if (event.kind === 'value.read') expect(event.value).toBe(total);
      else if (event.kind === 'value.written') {
        expect(event.before).toBe(total);
        total = event.value;
      }
    }
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: String(total) }]);
  });

  test('a window on real threads loses updates; the lock with the same window loses none', async () => {
    const outcomes = async (lock: boolean) => {
      const knobs = { runs: 10, batchRounds: 200, windowUs: 50, lock };
      const trace = await runLab('race', { mode: 'batch', knobs });
      return kinds(trace, 'outcome.observed').map((event) => event.kind === 'outcome.observed' && event.expected);
    };
    expect(await outcomes(true)).toEqual(Array.from({ length: 10 }, () => true));
    expect(await outcomes(false)).toContain(false);
  });
});

describe('the search', () => {
  test('finds the bug by its second schedule, and real threads prove it', async () => {
    const search = await runLab('race', { mode: 'search', knobs: { rounds: 2 } });
    const found = kinds(search, 'search.finished')[0];
    expect(found).toMatchObject({ verdict: 'bug', source: 'model' });
    if (found?.kind !== 'search.finished') return;
    expect(found.tried).toBeLessThanOrEqual(2);
    const schedule = Array.from(found.schedule ?? '', Number);
    const proof = await runLab('race', { mode: 'stepped', knobs: { rounds: 2 }, schedule });
    expect(kinds(proof, 'outcome.observed')).toMatchObject([{ expected: false, source: 'program' }]);
    expect(lost(proof).length).toBeGreaterThan(0);
  });

  test('counts all schedules, and draws the states that they pass through, the wrong ends among them', async () => {
    const trace = await runLab('race', { mode: 'search', knobs: { rounds: 1 } });
    // (3 + 3)! / (3! 3!) orders of three steps and three.
    expect(kinds(trace, 'search.finished')).toMatchObject([{ all: 20 }]);
    const ends = kinds(trace, 'state.found').flatMap((event) =>
      event.kind === 'state.found' && event.end !== '' ? [event.end] : [],
    );
    expect(new Set(ends).size).toBeGreaterThan(1);
  });

  test('proves that the lock mends it', async () => {
    const trace = await runLab('race', { mode: 'search', knobs: { rounds: 2, lock: true } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
    expect(lab.predictions.find(({ id }) => id === 'how-many-schedules')?.answer(trace)?.choice).toBe('none');
  });
});

test('the claim about runs that went well is put to the test by the first one that does not', async () => {
  const ends = [true, true, false, true].map((expected, index) => ({ run: index + 1, value: '0', expected }));
  const header = { mode: 'batch' } as Trace['header'];
  const trace = createTrace(header);
  for (const end of ends) trace.append({ at: 0, actor: 'main', source: 'program', kind: 'outcome.observed', ...end });
  expect(lab.claims[1]?.verdict(trace)).toMatchObject({ judgement: 'wrong', evidence: [1, 2] });
  expect(lab.claims[1]?.verdict(await runLab('race', { ...withOneRound, schedule: LOSING }))).toBeUndefined();
});

test('the claim about the GIL is put to the test by a stepped run that loses an update, and only by such', async () => {
  const verdict = (trace: Trace) => lab.claims[0]?.verdict(trace)?.judgement;
  expect(verdict(await runLab('race', { ...withOneRound, schedule: LOSING }))).toBe('half-right');
  expect(verdict(await runLab('race', { ...withOneRound, schedule: [1, 1, 1, 2, 2, 2] }))).toBeUndefined();
});

import type { Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { afterMain, halfRecord, killed, lastPlainEnds, mainEnds } from './moments.ts';

/** Main’s code ends, the reporter goes on, and its end finds the writer between two halves. */
const CUT_OFF = [0, 0, 0, 1, 2, 2, 2, 1, 2, 1];
/** Everybody in turn, as often as it takes. */
const IN_TURN = Array.from({ length: 90 }, (_, i) => i % 3);

const outcome = (trace: Trace) => kinds(trace, 'outcome.observed');

describe('on real threads', () => {
  test('the program outlives main’s code, and its end cuts a record in half, 100 times of 100', {
    timeout: 120_000,
  }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('daemon-threads', { mode: 'stepped', schedule: CUT_OFF });
      expect(lastPlainEnds(trace)).toMatchObject({ actor: 't1' });
      expect(afterMain(trace, (actor) => actor === 't1')).toBeDefined();
      expect(kinds(trace, 'thread.killed')).toMatchObject([{ actor: 't2', cause: lastPlainEnds(trace)?.seq }]);
      expect(halfRecord(trace)).toMatchObject({ name: 'rows', value: 2 });
      expect(outcome(trace)).toMatchObject([{ value: 'half a record at the end', expected: false }]);
    }
  });

  test('where nobody but main is no daemon, main’s end is the end of all', async () => {
    const knobs = { daemons: 'both' };
    const trace = await runLab('daemon-threads', { mode: 'stepped', knobs, schedule: [0, 0, 1, 1, 2, 0] });
    expect(lastPlainEnds(trace)).toEqual(mainEnds(trace));
    expect(kinds(trace, 'thread.killed').map(({ actor }) => actor)).toEqual(['t1', 't2']);
  });

  test('a writer that is no daemon writes to its end, long after main’s', async () => {
    const trace = await runLab('daemon-threads', { mode: 'stepped', knobs: { daemons: 'none' }, schedule: IN_TURN });
    expect(killed(trace)).toBeUndefined();
    expect(lastPlainEnds(trace)).toMatchObject({ actor: 't2' });
    expect(outcome(trace)).toMatchObject([{ expected: true }]);
  });

  test('a daemon that is asked to stop and waited for ends between two records', async () => {
    const knobs = { atTheEnd: 'stop-join' };
    const trace = await runLab('daemon-threads', { mode: 'stepped', knobs, schedule: [0, 0, 2, 2, 2, 0, ...IN_TURN] });
    expect(killed(trace)).toBeUndefined();
    expect(kinds(trace, 'value.added')).toHaveLength(2);
    expect(outcome(trace)).toMatchObject([{ expected: true }]);
  });

  test('at full speed too the writer works on when main’s code has ended', async () => {
    const trace = await runLab('daemon-threads', { mode: 'free' });
    expect(kinds(trace, 'thread.killed')).toMatchObject([{ actor: 't2' }]);
    expect(lab.claims[0]?.verdict(trace)?.judgement).toBe('wrong');
    expect(lab.predictions[0]?.answer(trace)?.choice).toBe('plain');
  });
});

describe('the search', () => {
  test.each(['nothing', 'stop'])('finds half a record if main does %s, and real threads prove it', async (atTheEnd) => {
    const search = await runLab('daemon-threads', { mode: 'search', knobs: { atTheEnd } });
    const found = kinds(search, 'search.finished')[0];
    expect(found).toMatchObject({ verdict: 'bug' });
    if (found?.kind !== 'search.finished') return;
    const schedule = Array.from(found.schedule ?? '', Number);
    const real = await runLab('daemon-threads', { mode: 'stepped', knobs: { atTheEnd }, schedule });
    expect(outcome(real)).toMatchObject([{ expected: false }]);
  });

  test.each([{ atTheEnd: 'join' }, { atTheEnd: 'stop-join' }, { daemons: 'none' }, { daemons: 'reporter' }])(
    'proves that %o leaves only whole records',
    async (knobs) => {
      const trace = await runLab('daemon-threads', { mode: 'search', knobs });
      expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
    },
  );
});

test('a run that cuts a record in half puts both claims to the test', async () => {
  const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);
  expect(verdicts(await runLab('daemon-threads', { mode: 'stepped', schedule: CUT_OFF }))).toEqual(['wrong', 'wrong']);
  const whole = await runLab('daemon-threads', { mode: 'stepped', knobs: { daemons: 'none' }, schedule: IN_TURN });
  expect(verdicts(whole)).toEqual([undefined, undefined]);
});

import type { Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { lostNotify, stuckIn } from './moments.ts';

/** Thread 1 speaks, nods and waits before thread 2 has come. */
const WRONG_START = [1, 1, 1, 1, 1, 2, 2, 2];

const spoken = (trace: Trace) =>
  kinds(trace, 'text.printed').flatMap((event) =>
    event.kind === 'text.printed' && event.actor !== 'main' ? [event.text] : [],
  );

/** Everybody in turn, as often as it takes. */
const inTurn = (threads: number) => Array.from({ length: 60 * threads }, (_, i) => (i % threads) + 1);

describe('on real threads', () => {
  test('the wrong start loses the wake-up: both wait, and there is no circle; 100 times of 100', {
    timeout: 120_000,
  }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('condition', { mode: 'stepped', schedule: WRONG_START });
      expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'deadlock' }]);
      expect(lostNotify(trace)).toMatchObject({ actor: 't1' });
      expect(stuckIn(trace)).toMatchObject({ hasCycle: false });
      expect(spoken(trace)).toEqual(['Tyger Tyger, burning bright,']);
    }
  });

  test('the right start speaks the poem to its end', async () => {
    const trace = await runLab('condition', {
      mode: 'stepped',
      knobs: { poem: 'libai' },
      schedule: [2, 2, 2, ...inTurn(2)],
    });
    expect(spoken(trace)).toEqual(['日照香炉生紫烟', '遥看瀑布挂前川', '飞流直下三千尺', '疑是银河落九天']);
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ expected: true }]);
  });

  test('with a turn that is looked at, the wrong start does no harm', async () => {
    const knobs = { check: 'while' };
    const trace = await runLab('condition', { mode: 'stepped', knobs, schedule: [1, 1, 1, 1, 1, ...inTurn(2)] });
    expect(spoken(trace)).toHaveLength(4);
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ expected: true }]);
  });

  test('three of ten are called, and only at the end the other seven', async () => {
    const sleepers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((thread) => [thread, thread, thread]);
    const schedule = [...sleepers, 11, 11, 11, ...inTurn(11)];
    const trace = await runLab('condition', { mode: 'stepped', knobs: { story: 'gate' }, schedule });
    const called = kinds(trace, 'condition.notified').map((event) =>
      event.kind === 'condition.notified' ? [event.woken.split(',').length, event.waiters] : [],
    );
    expect(called).toEqual([
      [3, 7],
      [7, 0],
    ]);
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: '10 released' }]);
  });
});

describe('the search', () => {
  test.each(['poem', 'box'])('finds what goes wrong with “if” (%s), and real threads prove it', async (story) => {
    const search = await runLab('condition', { mode: 'search', knobs: { story } });
    const found = kinds(search, 'search.finished')[0];
    expect(found).toMatchObject({ verdict: 'bug' });
    const schedule = Array.from(found?.schedule ?? '', Number);
    const real = await runLab('condition', { mode: 'stepped', knobs: { story }, schedule });
    expect(kinds(real, 'outcome.observed')).toMatchObject([{ expected: false }]);
  });

  test.each(['poem', 'box'])('proves that “while” mends it (%s)', async (story) => {
    const trace = await runLab('condition', { mode: 'search', knobs: { story, check: 'while' } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
  });
});

test('a run that hangs without a circle puts the claim about circles to the test', async () => {
  const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);
  expect(verdicts(await runLab('condition', { mode: 'stepped', schedule: WRONG_START }))).toEqual([undefined, 'wrong']);
  const well = await runLab('condition', { mode: 'stepped', schedule: [2, 2, 2, ...inTurn(2)] });
  expect(verdicts(well)).toEqual(['wrong', undefined]);
});

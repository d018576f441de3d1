import { expect, test } from 'vitest';
import { initialState } from '../player/player-state.ts';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleTrace } from '../testing/sample-run.ts';
import { momentSteps, nextMoment, previousMoment } from './moment-steps.ts';
import { nextStep } from './next-step.ts';

const trace = sampleTrace();
const shown = { ...initialState(sampleLab), trace, length: trace.length, origin: 'recording' as const };

test('the next step is told before it is taken, in the language asked for', () => {
  expect(nextStep({ ...shown, cursor: 0 }, 'en')).toMatchObject({ kind: 'sentence', step: 1, source: 'program' });
  const [now, next] = [0, 1].map((cursor) => nextStep({ ...shown, cursor }, 'en'));
  expect(now).not.toEqual(next);
  expect(nextStep({ ...shown, cursor: 3 }, 'zh')).toMatchObject({
    step: 4,
    text: expect.stringMatching(/\p{Script=Han}/u),
  });
});

test('at the end of a run there is no next step, at the live end there is none yet', () => {
  expect(nextStep({ ...shown, cursor: trace.length }, 'en')).toEqual({ kind: 'at-end' });
  const live = { ...shown, origin: 'live' as const, status: { state: 'running' as const }, cursor: trace.length };
  expect(nextStep(live, 'en')).toEqual({ kind: 'nothing-yet' });
  expect(nextStep(initialState(sampleLab), 'en')).toEqual({ kind: 'no-run' });
});

test('only what has arrived is told, though the trace has grown since', () => {
  const live = { ...shown, origin: 'live' as const, status: { state: 'running' as const }, length: 2, cursor: 2 };
  expect(nextStep(live, 'en')).toEqual({ kind: 'nothing-yet' });
});

test('moments of this run are steps to jump to; those it did not show are none', () => {
  const moments = momentSteps(sampleLab, trace, trace.length);
  expect(moments.map(({ id, step }) => [id, step])).toEqual([['stored', 4]]);
  expect(momentSteps(sampleLab, trace, 3)).toEqual([]);
  expect(nextMoment(moments, 0)?.step).toBe(4);
  expect(nextMoment(moments, 4)).toBeUndefined();
  expect(previousMoment(moments, 5)?.step).toBe(4);
  expect(previousMoment(moments, 4)).toBeUndefined();
});

import { createTrace, type Fact, type Header } from '@lockstep/trace';
import { expect, test } from 'vitest';
import { type Lab, outcomeOf } from './index.ts';

const by = { at: 0, actor: 'main', source: 'program' } as const;
const ended = (reason: string): Fact => ({ ...by, kind: 'run.ended', reason });
const observed = (value: string, expected: boolean): Fact => ({
  ...by,
  kind: 'outcome.observed',
  run: 1,
  value,
  expected,
});

const lab = {
  predictions: [
    {
      modes: ['stepped'],
      choices: [{ id: 'late', text: { en: 'late', zh: '晚' } }],
      answer: () => ({ choice: 'late', seq: 0 }),
    },
    {
      modes: ['free'],
      choices: [{ id: 'soon', text: { en: 'soon', zh: '早' } }],
      answer: () => ({ choice: 'soon', seq: 0 }),
    },
  ],
} as unknown as Lab;

function traceOf(...facts: readonly Fact[]) {
  const trace = createTrace({ mode: 'free', actors: [], reality: { parts: [] } } as unknown as Header);
  for (const fact of facts) trace.append(fact);
  return trace;
}

test('a run that goes on has not come out', () => {
  expect(outcomeOf(lab, traceOf(observed('5', false)))).toBeUndefined();
});

test('the lab’s own word goes first, then what the program observed, then the answer to the first question of the mode', () => {
  const facts = [observed('5', false), ended('finished')];
  const own = { ...lab, outcome: () => ({ value: { en: '3 chunks', zh: '3 块' } }) };
  expect(outcomeOf(own, traceOf(...facts))?.value.en).toBe('3 chunks');
  expect(outcomeOf(lab, traceOf(...facts))).toEqual({ value: { en: '5', zh: '5' }, expected: false });
  expect(outcomeOf(lab, traceOf(ended('finished')))).toEqual({ value: { en: 'soon', zh: '早' } });
  expect(outcomeOf({ ...lab, predictions: [] }, traceOf(ended('finished')))?.value.en).toBe('finished');
});

test('many runs in one are counted by what was meant to come out', () => {
  expect(outcomeOf(lab, traceOf(observed('0', true), observed('5', false), ended('finished')))).toEqual({
    value: { en: '1 of 2 as expected', zh: '2 次中有 1 次符合预期' },
    expected: false,
  });
});

test('a deadlock, a failure and a run that was cut short are outcomes too', () => {
  expect(outcomeOf(lab, traceOf(observed('deadlock: t1 → t1', false), ended('finished')))?.value.zh).toBe(
    '死锁: t1 → t1',
  );
  expect(outcomeOf(lab, traceOf(ended('deadlock')))).toMatchObject({ value: { zh: '死锁' }, expected: false });
  expect(outcomeOf(lab, traceOf(observed('5', false), ended('time-limit')))?.value.en).toBe('cut short');
  expect(outcomeOf(lab, traceOf({ ...by, kind: 'run.failed', message: 'x' } as Fact))?.value.en).toBe('failed');
});

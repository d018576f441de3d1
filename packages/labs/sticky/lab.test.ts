import { outcomeOf } from '@lockstep/lab';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { answerTaken, describeCuts, isCut, isGlued, isWhole, readsOf, sharedSegment, writtenOf } from './readings.ts';

const free = (knobs: KnobValues = {}) => runLab('sticky', { mode: 'free', knobs });

const sum = (all: readonly { readonly length: number }[]) => all.reduce((total, { length }) => total + length, 0);

const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);

const answers = (trace: Trace) => lab.predictions.slice(0, 2).map((prediction) => prediction.answer(trace)?.choice);

describe('answers to commands', async () => {
  const trace = await free();

  test('are cut by recv(1024), and the rest is glued to the answers that follow', () => {
    const reads = readsOf(trace);
    expect(describeCuts(reads)).toBe('1024+1024+985');
    expect(reads.map(({ parts }) => parts.map(({ message, share }) => `${share} of ${message}`))).toEqual([
      ['start of 1'],
      ['middle of 1'],
      ['end of 1', 'whole of 2', 'whole of 3'],
    ]);
    expect(answerTaken(trace, 'date')?.parts).toMatchObject([{ message: 1, share: 'middle' }]);
    expect(answers(trace)).toEqual(['rest', 'other-story']);
  });

  test('arrive all the same, every byte of them', () => {
    expect(writtenOf(trace).map(({ length }) => length)).toEqual([3000, 29, 4]);
    expect(sum(readsOf(trace))).toBe(3033);
    expect(outcomeOf(lab, trace)).toEqual({ value: { en: '3 chunks', zh: '3 块' }, expected: false });
  });

  test('say nothing of remedies that were not tried', () => {
    expect(verdicts(trace)).toEqual([undefined, undefined]);
  });
});

describe.each(['results', 'burst'])('in the story %s', (story) => {
  test.each([
    ['bigger-recv', 0],
    ['sleep', 0],
    ['no-nagle', 1],
  ])('the remedy %s does not help', async (remedy, claim) => {
    const trace = await free({ story, remedy });
    const reads = readsOf(trace);
    expect(reads.every(isWhole)).toBe(false);
    expect(reads.some(isGlued)).toBe(true);
    const verdict = lab.claims[claim]?.verdict(trace);
    expect(verdict?.judgement).toBe('wrong');
    for (const seq of verdict?.evidence ?? [])
      expect(trace.event(seq)).toMatchObject({ kind: 'call.returned', call: 'recv' });
  });
});

describe('messages back to back', () => {
  test('are one recv() for a reader that is late', async () => {
    const trace = await free({ story: 'burst' });
    expect(describeCuts(readsOf(trace))).toBe('60');
    expect(readsOf(trace)[0]?.parts.map(({ share }) => share)).toEqual(['whole', 'whole', 'whole']);
    const read = kinds(trace, 'call.returned').find(({ actor, call }) => actor === 'client' && call === 'recv');
    expect(read?.result).toBe(`b'${'1'.repeat(20)}${'2'.repeat(20)}${'3'.repeat(20)}'`);
    expect(answers(trace)).toEqual(['not-here', 'one']);
  });

  test('are cut where recv() says, not where send() said', async () => {
    const trace = await free({ story: 'burst', recvBytes: 7 });
    expect(readsOf(trace).map(({ length }) => length)).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 4]);
    expect(readsOf(trace)[2]).toMatchObject({ parts: [{ share: 'end' }, { share: 'start' }] });
    expect(readsOf(trace).some(isCut)).toBe(true);
  });

  test('go in segments that carry more than one of them only where Nagle lets them wait', async () => {
    const trace = await free({ story: 'burst', nagle: false });
    expect(kinds(trace, 'tcp.segment-sent').filter(({ from, length }) => from === 'server' && length > 0)).toHaveLength(
      3,
    );
    expect(sharedSegment(trace)).toBeUndefined();
    expect(verdicts(trace)).toEqual([undefined, 'wrong']);
  });

  test('come one by one to a reader that waits for each: luck, says the verdict', async () => {
    const trace = await free({ story: 'burst', betweenMs: 300, lateMs: 0 });
    expect(readsOf(trace).every(isWhole)).toBe(true);
    expect(verdicts(trace)).toEqual(['half-right', undefined]);
    expect(answers(trace)[1]).toBe('as-many');
  });
});

test('an answer of which the client leaves a part unread ends the connection by a reset', async () => {
  const trace = await free({ listBytes: 6000 });
  expect(kinds(trace, 'tcp.segment-sent').some(({ flags }) => flags.includes('RST'))).toBe(true);
  expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'finished' }]);
});

test('many runs tell how each was cut', async () => {
  const trace = await runLab('sticky', { mode: 'batch', knobs: { runs: 4 } });
  const outcomes = kinds(trace, 'outcome.observed');
  expect(outcomes).toHaveLength(4);
  for (const { value, expected } of outcomes) {
    expect(value.split('+').reduce((total, part) => total + Number(part), 0)).toBe(60);
    expect(expected).toBe(value === '20+20+20');
  }
});

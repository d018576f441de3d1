import { eventsOf, returnsOf } from '@lockstep/lab';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { expectInOrder } from '../_testing/expect-in-order.ts';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import {
  deadlocked,
  emptySend,
  emptySent,
  gaveUp,
  leftAfter,
  newlineSent,
  serverWaits,
  waitsForAnswer,
} from './readings.ts';

const run = (knobs: KnobValues = {}) => runLab('empty-send', { mode: 'free', knobs });

const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);
const answers = (trace: Trace) => lab.predictions.map((prediction) => prediction.answer(trace)?.choice);
const read = (trace: Trace, program: string) => returnsOf(trace, 'recv', program).map(({ result }) => result);

describe('an empty line, sent without a thought', async () => {
  const trace = await run();

  test('is copied as nothing, and nothing leaves', () => {
    expect(emptySent(trace)).toMatchObject({ result: '0', bytes: 0 });
    expect(leftAfter(trace)).toBeUndefined();
    const data = eventsOf(trace, 'tcp.segment-sent').filter(({ length }) => length > 0);
    expect(data.map(({ from, length }) => [from, length])).toEqual([
      ['client', 5],
      ['server', 5],
    ]);
  });

  test('leaves both ends in recv() for ever, which ends the run as a deadlock', () => {
    expectInOrder(emptySend(trace), emptySent(trace), waitsForAnswer(trace), deadlocked(trace));
    expectInOrder(serverWaits(trace), deadlocked(trace));
    expect(kinds(trace, 'process.exited')).toEqual([]);
    expect(verdicts(trace)).toEqual(['wrong', 'wrong']);
    expect(answers(trace)).toEqual(['nothing', 'for-ever']);
  });
});

test('an empty line that is skipped does no harm', async () => {
  const trace = await run({ care: 'skip' });
  expect(emptySend(trace)).toBeUndefined();
  expect(read(trace, 'client')).toEqual(["b'hello'", "b'bye'"]);
  expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'finished' }]);
  expect(verdicts(trace)).toEqual([undefined, undefined]);
  expect(answers(trace)).toEqual(['not-here', 'not-here']);
});

test('a line with its end is never nothing', async () => {
  const trace = await run({ care: 'newline' });
  expect(newlineSent(trace)).toMatchObject({ length: 1 });
  expect(read(trace, 'client')).toEqual(["b'hello\\n'", "b'\\n'", "b'bye\\n'"]);
  expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'finished' }]);
});

test('a time-out ends the waiting, and the server hears of it by b""', async () => {
  const trace = await run({ care: 'time-out' });
  expectInOrder(emptySent(trace), gaveUp(trace), leftAfter(trace), returnsOf(trace, 'recv', 'server').at(-1));
  expect(gaveUp(trace)).toMatchObject({ error: 'TimeoutError: timed out' });
  expect(read(trace, 'server').at(-1)).toBe("b''");
  expect(answers(trace)).toEqual(['nothing', 'gives-up']);
});

test('lines that are not empty are not waited for in vain', async () => {
  const trace = await run({ typed: 'a,b' });
  expect(read(trace, 'client')).toEqual(["b'a'", "b'b'"]);
  expect(deadlocked(trace)).toBeUndefined();
});

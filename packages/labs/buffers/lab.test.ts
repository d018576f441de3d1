import { eventsOf, firstCall, returnsOf } from '@lockstep/lab';
import { byteStreams, type KnobValues, stateAt, type Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { expectInOrder } from '../_testing/expect-in-order.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { cut, fullest, isWhole, leftOver, mixed, receives, sends } from './readings.ts';

const run = (knobs: KnobValues = {}) => runLab('buffers', { mode: 'free', knobs });

const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);
const answers = (trace: Trace) => lab.predictions.map((prediction) => prediction.answer(trace)?.choice);
const taken = (trace: Trace) => receives(trace).map(({ first, end }) => end - first);

/** Bytes on the cable, each counted once however often it was sent. */
function crossed(trace: Trace): number {
  const ranges = eventsOf(trace, 'tcp.segment-sent')
    .filter(({ from, length }) => from === 'client' && length > 0)
    .map(({ sequence, length }) => [sequence, length] as const);
  return [...new Map(ranges).values()].reduce((sum, length) => sum + length, 0);
}

describe('three sends of 500 bytes, read with recv(1024) when all have arrived', async () => {
  const trace = await run();

  test('come out as 1024 and 476', () => {
    expect(sends(trace).map(({ first, end }) => [first, end])).toEqual([
      [0, 500],
      [500, 1000],
      [1000, 1500],
    ]);
    expect(taken(trace)).toEqual([1024, 476]);
    expectInOrder(firstCall(trace, 'send'), fullest(trace), mixed(trace)?.event, leftOver(trace)?.next.event);
    expect(cut(trace)?.end).toBe(1024);
  });

  test('lose no byte on the way, neither on the cable nor in a buffer', () => {
    expect(isWhole(trace)).toBe(true);
    expect(crossed(trace)).toBe(1500);
    expect(fullest(trace)?.receiveBytes).toBe(1500);
    const stream = [...stateAt(byteStreams, trace, trace.length).streams.values()].find(({ writes }) => writes.length);
    expect(stream?.writes.map(({ length }) => length)).toEqual([500, 500, 500]);
    expect(stream?.reads.map(({ length }) => length)).toEqual(expect.arrayContaining([1024, 476]));
  });

  test('refute both claims and both tempting answers', () => {
    expect(verdicts(trace)).toEqual(['wrong', 'wrong']);
    expect(answers(trace)).toEqual(['fewer', 'kept']);
  });
});

test('one send comes out by many receives', async () => {
  const trace = await run({ sends: 1, sendBytes: 3000 });
  expect(taken(trace)).toEqual([1024, 1024, 952]);
  expect(answers(trace)[0]).toBe('more');
});

test('many sends come out by one receive', async () => {
  const trace = await run({ sends: 5, sendBytes: 20 });
  expect(taken(trace)).toEqual([100]);
  expect(answers(trace)).toEqual(['one', 'not-here']);
});

test('a small recv() takes all the same, bit by bit', async () => {
  const trace = await run({ sendBytes: 20, recvBytes: 7 });
  expect(taken(trace)).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 4]);
  expect(returnsOf(trace, 'recv', 'server').at(-1)).toMatchObject({ result: "b''" });
});

test('one send and one receive are no proof', async () => {
  const trace = await run({ sends: 1, sendBytes: 20 });
  expect(verdicts(trace)[0]).toBe('half-right');
  expect(crossed(trace)).toBe(20);
});

import { arrivalOf, findOf, findSegment, firstCall, returnsOf, stateReached } from '@lockstep/lab';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { expectInOrder } from '../_testing/expect-in-order.ts';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { buffered, endRead, read, sent } from './readings.ts';

const run = (knobs: KnobValues = {}) => runLab('echo', { mode: 'free', knobs });

const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);
const answers = (trace: Trace) => lab.predictions.map((prediction) => prediction.answer(trace)?.choice);

/** All bytes that this program's recv() took. */
function received(trace: Trace, program: string): number {
  return returnsOf(trace, 'recv', program).reduce((sum, { bytes = 0 }) => sum + bytes, 0);
}

describe('an echo', async () => {
  const trace = await run();

  test('waits in the server’s kernel while the server’s program sleeps; send() has returned long before', () => {
    // Whether the call or the segment is told first is for the machine to decide; both come before the server wakes.
    expectInOrder(buffered(trace), returnsOf(trace, 'sleep', 'server')[0]);
    expectInOrder(
      firstCall(trace, 'send', 'client'),
      sent(trace),
      returnsOf(trace, 'sleep', 'server')[0],
      firstCall(trace, 'recv', 'server'),
      read(trace, 'server'),
      firstCall(trace, 'send', 'server'),
      read(trace, 'client'),
    );
    expect(buffered(trace)).toMatchObject({ receiveBytes: 5 });
    expect(verdicts(trace)).toEqual(['wrong', 'wrong']);
    expect(answers(trace)).toEqual(['copied', 'server-kernel', 'empty']);
  });

  test('brings back every byte of every round', () => {
    expect(returnsOf(trace, 'send', 'client').map(({ bytes }) => bytes)).toEqual([5, 5]);
    expect(received(trace, 'server')).toBe(10);
    expect(received(trace, 'client')).toBe(10);
    expect(read(trace, 'client')).toMatchObject({ result: "b'hello'" });
  });

  test('goes through a new socket at the port of the listener', () => {
    expect(stateReached(trace, 'LISTEN')).toMatchObject({ socket: 'server:9000' });
    expect(returnsOf(trace, 'accept')[0]?.socket).toMatch(/^server:9000→10\.0\.0\.1:\d+$/);
  });

  test('ends with b"" for the one who did not close first', () => {
    expect(endRead(trace)).toMatchObject({ actor: 'server', result: "b''" });
    expect(stateReached(trace, 'TIME-WAIT')?.actor).toBe('client.kernel');
    expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'finished' }]);
  });
});

test('the end is read by the client when the server closes first', async () => {
  const trace = await run({ closesFirst: 'server', rounds: 1 });
  expect(endRead(trace)).toMatchObject({ actor: 'client', result: "b''" });
  expect(stateReached(trace, 'TIME-WAIT')?.actor).toBe('server.kernel');
});

test('send() has returned while the cable still holds the bytes back', async () => {
  const trace = await run({ rounds: 1, readAfterMs: 0, rules: 'delay client data 1 150 ms' });
  expect(kinds(trace, 'frame.delayed')).toMatchObject([{ ms: 150 }]);
  const data = kinds(trace, 'tcp.segment-sent').filter(({ from, length }) => from === 'client' && length > 0);
  const arrival = kinds(trace, 'tcp.segment-delivered').find(({ frame }) => data.some((one) => one.frame === frame));
  expectInOrder(sent(trace), arrival, read(trace, 'server'));
  expect(answers(trace)[0]).toBe('copied');
});

test('a character is as many bytes as UTF-8 makes of it, and a segment has a place for each', async () => {
  const trace = await run({ message: '回', rounds: 1, readAfterMs: 0 });
  const data = findSegment(trace, ({ from, length }) => from === 'client' && length > 0);
  expect(data).toMatchObject({ length: 3 });
  expect(arrivalOf(trace, data?.frame ?? 0)).toBeDefined();
  expect(findOf(trace, 'call.returned', ({ call, actor }) => call === 'recv' && actor === 'client')).toMatchObject({
    result: "b'\\xe5\\x9b\\x9e'",
  });
});

import { firstCall, returnsOf } from '@lockstep/lab';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { expectInOrder } from '../_testing/expect-in-order.ts';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { accepted, firstServed, mostConnected, queued, secondConnected, stored, turnedAway } from './readings.ts';

const run = (knobs: KnobValues = {}) => runLab('loops', { mode: 'free', knobs });

const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);
const answers = (trace: Trace) => lab.predictions.map((prediction) => prediction.answer(trace)?.choice);
const answered = (trace: Trace, client: string) =>
  returnsOf(trace, 'recv', client).flatMap(({ bytes = 0, result }) => (bytes > 0 ? [result] : []));

describe('a server that serves one at a time', async () => {
  const trace = await run();

  test('lets the second connect and send while it serves the first', () => {
    expectInOrder(
      accepted(trace)[0],
      queued(trace),
      stored(trace),
      firstServed(trace),
      accepted(trace)[1],
      returnsOf(trace, 'recv', 'client2')[0],
    );
    expectInOrder(secondConnected(trace), firstServed(trace));
    expect(verdicts(trace)).toEqual(['wrong', undefined]);
    expect(answers(trace)).toEqual(['at-once', 'server-kernel']);
  });

  test('answers every message of everybody in the end', () => {
    expect(answered(trace, 'client1')).toEqual(["b'client 1, message 1'", "b'client 1, message 2'"]);
    expect(answered(trace, 'client2')).toEqual(["b'client 2, message 1'"]);
    expect(turnedAway(trace)).toBeUndefined();
    expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'finished' }]);
  });

  test('has never two connections in its hands', () => {
    const [first, second] = accepted(trace);
    expect(first?.socket).toMatch(/→10\.0\.0\.1:/);
    expect(second?.socket).toMatch(/→10\.0\.0\.2:/);
    expectInOrder(first, firstServed(trace), second);
  });
});

test('without the connection loop the second is connected and then reset', async () => {
  const trace = await run({ loops: 'messages' });
  expectInOrder(secondConnected(trace), firstServed(trace), turnedAway(trace));
  expect(secondConnected(trace)?.error).toBeUndefined();
  expect(turnedAway(trace)).toMatchObject({ actor: 'client2', error: expect.stringMatching(/^Connection/) });
  expect(accepted(trace)).toHaveLength(1);
  expect(answered(trace, 'client1')).toHaveLength(2);
});

test('without any loop the first gets one answer and then the end', async () => {
  const trace = await run({ loops: 'none' });
  expect(answered(trace, 'client1')).toHaveLength(1);
  expect(returnsOf(trace, 'recv', 'client1').at(-1)).toMatchObject({ result: "b''" });
  expect(turnedAway(trace)).toMatchObject({ actor: 'client2' });
});

test('of three clients more are connected than listen(0) seems to allow, and the third is served last', async () => {
  const trace = await run({ clients: 3, backlog: 0, thinkMs: 400 });
  expect(mostConnected(trace).count).toBeGreaterThanOrEqual(2);
  expect(verdicts(trace)[1]).toBe('wrong');
  expect(answered(trace, 'client3')).toHaveLength(1);
});

test('who comes second is not left to chance', async () => {
  const trace = await run({ clients: 3, messages: 1, thinkMs: 0 });
  expectInOrder(
    returnsOf(trace, 'connect', 'client1')[0],
    firstCall(trace, 'connect', 'client2'),
    returnsOf(trace, 'connect', 'client2')[0],
    firstCall(trace, 'connect', 'client3'),
  );
});

import type { EventOf, KnobValues, Trace, TraceEvent } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { expectInOrder } from '../_testing/expect-in-order.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { thirdSegment } from './moments.ts';

const run = (knobs: KnobValues = {}) => runLab('handshake', { mode: 'free', knobs: { acceptAfterMs: 100, ...knobs } });

function statesOf(trace: Trace, host: string): string[] {
  return trace
    .slice(0)
    .filter((event): event is EventOf<'socket.state'> => event.kind === 'socket.state')
    .filter((event) => event.actor === `${host}.kernel` && event.socket.includes('→'))
    .map((event) => event.state);
}

function segments(trace: Trace): EventOf<'tcp.segment-sent'>[] {
  return trace.slice(0).filter((event): event is EventOf<'tcp.segment-sent'> => event.kind === 'tcp.segment-sent');
}

const find = <K extends TraceEvent['kind']>(trace: Trace, kind: K, test: (event: EventOf<K>) => boolean) =>
  trace.slice(0).find((event) => event.kind === kind && test(event as EventOf<K>));

describe('the handshake', async () => {
  const trace = await run();

  test('is SYN, SYN-ACK, ACK with numbers that answer each other', () => {
    const [syn, synAck, ack] = segments(trace);
    expect([syn?.flags, synAck?.flags, ack?.flags]).toEqual(['SYN', 'SYN,ACK', 'ACK']);
    expect(synAck?.acknowledgment).toBe(((syn?.sequence ?? 0) + 1) >>> 0);
    expect(ack?.acknowledgment).toBe(((synAck?.sequence ?? 0) + 1) >>> 0);
    expect(thirdSegment(trace)?.seq).toBe(ack?.seq);
  });

  test('is over before the program calls accept()', () => {
    expectInOrder(
      find(trace, 'socket.state', ({ actor, state }) => actor === 'server.kernel' && state === 'ESTABLISHED'),
      find(trace, 'socket.accept-queue', ({ waiting }) => waiting === 1),
      find(trace, 'call.entered', ({ call }) => call === 'accept'),
    );
    expect(lab.claims[0]?.verdict(trace)?.judgement).toBe('wrong');
    expect(lab.predictions[0]?.answer(trace)?.choice).toBe('ack');
  });

  test('leads each end through the states of RFC 9293, as the kernel reports them', () => {
    expect(statesOf(trace, 'client')).toEqual(['SYN-SENT', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT']);
    expect(statesOf(trace, 'server')).toEqual(['SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT', 'LAST-ACK', 'CLOSED']);
  });

  test('delivers every frame that was sent, and the message byte for byte', () => {
    const sent = segments(trace).map(({ frame }) => frame);
    const delivered = trace.slice(0).flatMap((event) => (event.kind === 'tcp.segment-delivered' ? [event.frame] : []));
    expect(delivered.toSorted((a, b) => a - b)).toEqual(sent.toSorted((a, b) => a - b));
    const received = find(trace, 'call.returned', ({ call, result }) => call === 'recv' && result.includes('hello'));
    expect(received).toMatchObject({ result: "b'hello, world'" });
  });

  test('is made in two hosts with every frame on the cable', () => {
    expect(trace.header.reality).toMatchObject({ lane: 'A' });
  });
});

test('whoever closes first stays in TIME-WAIT', async () => {
  const trace = await run({ closesFirst: 'server' });
  expect(statesOf(trace, 'server').at(-1)).toBe('TIME-WAIT');
  expect(statesOf(trace, 'client').at(-1)).toBe('CLOSED');
  expect(lab.predictions[1]?.answer(trace)?.choice).toBe('server');
});

test('a server that already waits in accept() does not put the claim to the test', async () => {
  const trace = await run({ acceptAfterMs: 0, message: '你好' });
  expect(find(trace, 'call.returned', ({ call, error }) => call === 'accept' && error === undefined)).toBeDefined();
  const established = find(
    trace,
    'socket.state',
    ({ actor, state }) => actor === 'server.kernel' && state === 'ESTABLISHED',
  );
  const accept = find(trace, 'call.entered', ({ call }) => call === 'accept');
  const acceptWasFirst = (accept?.seq ?? 0) < (established?.seq ?? 0);
  expect(lab.claims[0]?.verdict(trace) === undefined).toBe(acceptWasFirst);
});

test('a run that is stopped in the middle ends by itself', async () => {
  const stopped = await runLab('handshake', {
    mode: 'free',
    knobs: { acceptAfterMs: 3000 },
    onEvent: (trace, stop) => {
      if (trace.kindAt(trace.length - 1) === 'tcp.segment-delivered') stop();
    },
  });
  expect(find(stopped, 'call.entered', ({ call }) => call === 'accept')).toBeUndefined();
});

test('a lost SYN is sent again with the same number, and the connection is made all the same', async () => {
  const trace = await run({ rules: 'drop client SYN 1', acceptAfterMs: 0 });
  const syns = segments(trace).filter(({ flags }) => flags === 'SYN');
  expect(syns.length).toBeGreaterThan(1);
  expect(new Set(syns.map(({ sequence }) => sequence)).size).toBe(1);
  expect(lab.predictions.find(({ id }) => id === 'lost-syn')?.answer(trace)?.choice).toBe('same');
  expect(statesOf(trace, 'client')).toContain('ESTABLISHED');
});

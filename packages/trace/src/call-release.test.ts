import { describe, expect, test } from 'vitest';
import { causeChain, type Fact, releasedBy } from './index.ts';
import { traceOf } from './testing/arbitrary-trace.ts';

let frame = 0;

/** A segment of the client and its delivery; with `late` the delivery is left to the caller. */
function crossed(from: string, flags: string, sequence: number, length = 0, cause?: number): [Fact, Fact] {
  frame++;
  const to = from === 'client' ? 'server' : 'client';
  const [sourcePort, destinationPort] = from === 'client' ? [5, 9] : [9, 5];
  const numbers = { sequence, acknowledgment: 1, window: 1, length, bytes: '' };
  const base = { at: 0, source: 'wire', frame, to } as const;
  return [
    {
      ...base,
      actor: `${from}.kernel`,
      kind: 'tcp.segment-sent',
      from,
      sourcePort,
      destinationPort,
      flags,
      ...numbers,
      ...(cause === undefined ? {} : { cause }),
    },
    { ...base, actor: `${to}.kernel`, kind: 'tcp.segment-delivered' },
  ];
}

function returned(call: string, result: string, more: object = {}): Fact {
  const actor = call === 'connect' ? 'client' : 'server';
  return { at: 0, actor, source: 'program', kind: 'call.returned', call, result, ...more };
}

/** `seq` of what released the last fact. */
function release(...facts: Fact[]): number | undefined {
  const trace = traceOf(facts);
  return releasedBy(trace, trace.length - 1);
}

describe('what let a call return', () => {
  test('connect: the SYN, ACK, or the reset', () => {
    const syn = crossed('client', 'SYN', 0);
    expect(release(...syn, ...crossed('server', 'SYN,ACK', 0), returned('connect', 'None'))).toBe(3);
    expect(release(...syn, ...crossed('server', 'RST,ACK', 0), returned('connect', ''))).toBe(3);
  });

  test('accept: the last ACK of the handshake whose port it names', () => {
    const handshake = [
      ...crossed('client', 'SYN', 0),
      ...crossed('server', 'SYN,ACK', 0),
      ...crossed('client', 'ACK', 1),
    ];
    const data = crossed('client', 'PSH,ACK', 1, 4);
    expect(release(...handshake, ...data, returned('accept', '(fd=9, ("10.0.0.1", 5))'))).toBe(5);
    expect(release(...handshake, returned('accept', '(fd=9, ("10.0.0.1", 6))'))).toBeUndefined();
  });

  test('recv: the segment with the last byte that it took, in the order of the stream', () => {
    const socket = { socket: 's' };
    const [first, second] = [crossed('client', 'ACK', 1, 4), crossed('client', 'ACK', 5, 4)];
    expect(release(...first, ...second, returned('recv', '', { ...socket, bytes: 4 }))).toBe(1);
    expect(release(...first, ...second, returned('recv', '', { ...socket, bytes: 5 }))).toBe(3);
    const took = returned('recv', '', { ...socket, bytes: 4 });
    expect(release(...first, took, ...second, returned('recv', '', { ...socket, bytes: 4 }))).toBe(4);
    // Overtaken: the one that fills the hole.
    const overtaken = [first[0], second[0], second[1], first[1]];
    expect(release(...overtaken, returned('recv', '', { ...socket, bytes: 8 }))).toBe(3);
  });

  test('recv of nothing: the FIN', () => {
    expect(
      release(...crossed('client', 'ACK', 1, 4), ...crossed('client', 'FIN,ACK', 5), returned('recv', "b''")),
    ).toBe(3);
  });

  test('a cause that the trace gives counts more than what is worked out', () => {
    expect(
      release(
        ...crossed('client', 'ACK', 1, 4),
        ...crossed('client', 'ACK', 5, 4),
        returned('recv', 'x', { cause: 1 }),
      ),
    ).toBe(1);
  });
});

test('the chain leads from the call that sent to the call that received', () => {
  const send: Fact = { at: 0, actor: 'client', source: 'program', kind: 'call.entered', call: 'send', detail: '' };
  const [sent, arrived] = crossed('client', 'ACK', 1, 4, 0);
  const trace = traceOf([send, sent, { ...arrived, cause: 1 }, returned('recv', 'x')]);
  expect(causeChain(trace, 3)).toEqual([0, 1, 2, 3]);
});

import { expect, test } from 'vitest';
import { type Fact, retransmissionsOf } from './index.ts';
import { traceOf } from './testing/arbitrary-trace.ts';

/** One segment of the client at a time in milliseconds. */
function sent(atMs: number, flags: string, sequence: number, length = 0, more: object = {}): Fact {
  return {
    at: atMs * 1000,
    actor: 'client.kernel',
    kind: 'tcp.segment-sent',
    source: 'wire',
    frame: 1,
    from: 'client',
    to: 'server',
    sourcePort: 1,
    destinationPort: 2,
    flags,
    sequence,
    acknowledgment: 7,
    window: 1,
    length,
    bytes: '',
    ...more,
  };
}

function repetitions(...facts: Fact[]) {
  const trace = traceOf(facts);
  return retransmissionsOf(trace, trace.length).map(({ again, of, afterUs }) => [again, of, afterUs / 1000]);
}

test('a SYN, data and a FIN are sent again; each is tied to its last sending', () => {
  expect(repetitions(sent(0, 'SYN', 10), sent(1000, 'SYN', 10), sent(3000, 'SYN', 10))).toEqual([
    [1, 0, 1000],
    [2, 1, 2000],
  ]);
  expect(repetitions(sent(0, 'ACK', 10, 5), sent(1, 'FIN,ACK', 15), sent(9, 'FIN,ACK', 15))).toEqual([[2, 1, 8]]);
});

test('what overlaps in part is a repetition, what only touches is not', () => {
  expect(repetitions(sent(0, 'ACK', 10, 5), sent(1, 'ACK', 15, 5), sent(2, 'PSH,ACK', 12, 8))).toEqual([[2, 1, 1]]);
  expect(repetitions(sent(0, 'ACK', 10, 5), sent(1, 'ACK', 15, 5), sent(2, 'ACK', 20, 5))).toEqual([]);
});

test('an ACK alone takes up no place and is never a repetition', () => {
  expect(repetitions(sent(0, 'ACK', 10, 5), sent(1, 'ACK', 15), sent(2, 'ACK', 15), sent(3, 'ACK', 14))).toEqual([]);
});

test('numbers wrap at 2 to the power of 32', () => {
  expect(repetitions(sent(0, 'ACK', 0xffff_fffe, 5), sent(1, 'ACK', 3, 5), sent(2, 'ACK', 0xffff_fffe, 5))).toEqual([
    [2, 0, 2],
  ]);
});

test('other ports, the other direction and a new SYN with another number are other streams', () => {
  expect(
    repetitions(
      sent(0, 'ACK', 10, 5),
      sent(1, 'ACK', 10, 5, { sourcePort: 9 }),
      sent(2, 'ACK', 10, 5, { from: 'server', to: 'client', sourcePort: 2, destinationPort: 1 }),
      sent(3, 'SYN', 8),
      sent(4, 'ACK', 10, 5),
    ),
  ).toEqual([]);
});

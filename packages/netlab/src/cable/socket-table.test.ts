import { expect, it } from 'vitest';
import { parseSocketTable } from './socket-table.ts';

const HEADER =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode                                                     ';

function row(text: string): string {
  return `${HEADER}\n   0: ${text} 00:00000000 00000000     0        0 12345 1 00000000589284c6 100 0 0 10 0\n`;
}

it('reads addresses, ports and the state in the spelling of RFC 9293', () => {
  expect(parseSocketTable(row('0100000A:9C56 0200000A:2328 01 00000003:00000005'))).toEqual([
    {
      localHost: '10.0.0.1',
      localPort: 40022,
      remoteHost: '10.0.0.2',
      remotePort: 9000,
      state: 'ESTABLISHED',
      sendBytes: 3,
      receiveBytes: 5,
      waiting: 0,
      timer: { kind: 'none', expiresMs: 0, retransmits: 0 },
    },
  ]);
});

it('takes the queue of a listening socket for connections, not for bytes', () => {
  expect(parseSocketTable(row('0200000A:2328 00000000:0000 0A 00000000:00000002'))).toMatchObject([
    { state: 'LISTEN', receiveBytes: 0, waiting: 2 },
  ]);
});

it.each([
  ['02', 'SYN-SENT', 0, 1],
  ['04', 'FIN-WAIT-1', 0, 1],
  ['08', 'CLOSE-WAIT', 1, 0],
  ['09', 'LAST-ACK', 0, 0],
  ['0B', 'CLOSING', 0, 0],
  ['03', 'SYN-RECEIVED', 0, 1],
  ['0C', 'SYN-RECEIVED', 0, 1],
])('counts no byte for a SYN or FIN in state %s', (code, state, sendBytes, receiveBytes) => {
  expect(parseSocketTable(row(`0100000A:9C56 0200000A:2328 ${code} 00000001:00000001`))).toMatchObject([
    { state, sendBytes, receiveBytes },
  ]);
});

it('finds nothing in an empty table', () => {
  expect(parseSocketTable(`${HEADER}\n`)).toEqual([]);
});

it('reads the timer of a socket, in milliseconds', () => {
  const [timed] = parseSocketTable(
    `${HEADER}\n   0: 0100000A:9C56 0200000A:2328 01 00000003:00000000 01:00000014 00000002     0        0 0 2 0 20 4 0 10 -1\n`,
  );
  expect(timed?.timer).toEqual({ kind: 'retransmit', expiresMs: 200, retransmits: 2 });
});

import { describe, expect, test } from 'vitest';
import { type Fact, stateAt, tcpImplied } from './index.ts';
import { traceOf } from './testing/arbitrary-trace.ts';

let frame = 0;

/** A segment that is sent and delivered. Letters: S SYN, A ACK, F FIN, R RST. */
function segment(from: string, letters: string, sequence = 0, acknowledgment = 0, length = 0): Fact[] {
  frame++;
  const to = from === 'client' ? 'server' : 'client';
  const flags = [...letters].map((letter) => ({ S: 'SYN', A: 'ACK', F: 'FIN', R: 'RST' })[letter]).join(',');
  return [
    {
      at: 0,
      actor: `${from}.kernel`,
      kind: 'tcp.segment-sent',
      source: 'wire',
      frame,
      from,
      to,
      sourcePort: from === 'client' ? 1 : 2,
      destinationPort: from === 'client' ? 2 : 1,
      flags,
      sequence,
      acknowledgment,
      window: 1,
      length,
      bytes: '',
    },
    { at: 0, actor: `${to}.kernel`, kind: 'tcp.segment-delivered', source: 'wire', frame, to },
  ];
}
const listens: Fact = {
  at: 0,
  actor: 'server',
  kind: 'call.returned',
  source: 'program',
  call: 'listen',
  result: 'None',
};
const handshake = [
  listens,
  ...segment('client', 'S'),
  ...segment('server', 'SA', 0, 1),
  ...segment('client', 'A', 1, 1),
];

function states(...facts: Fact[]): string[] {
  const trace = traceOf(facts);
  const { ends } = stateAt(tcpImplied, trace, trace.length);
  const [client, server] = [ends.get('client:1>server:2'), ends.get('server:2>client:1') ?? ends.get('server')];
  return [client, server].map((end) => end?.state ?? 'CLOSED');
}

describe('the states that segments imply (RFC 9293 figure 5)', () => {
  test('listen() makes the server LISTEN', () => {
    expect(states(listens)).toEqual(['CLOSED', 'LISTEN']);
  });
  test('a SYN on the way has moved only its sender', () => {
    expect(states(listens, segment('client', 'S')[0] as Fact)).toEqual(['SYN-SENT', 'LISTEN']);
  });
  test('SYN, SYN-ACK and ACK establish first the client, then the server', () => {
    expect(states(listens, ...segment('client', 'S'), ...segment('server', 'SA', 0, 1))).toEqual([
      'ESTABLISHED',
      'SYN-RECEIVED',
    ]);
    expect(states(...handshake)).toEqual(['ESTABLISHED', 'ESTABLISHED']);
  });
  test('the first FIN leads through FIN-WAIT-2 to TIME-WAIT, the other through CLOSE-WAIT and LAST-ACK to CLOSED', () => {
    const fin = [...handshake, ...segment('client', 'FA', 1, 1)];
    expect(states(...fin)).toEqual(['FIN-WAIT-1', 'CLOSE-WAIT']);
    const acknowledged = [...fin, ...segment('server', 'A', 1, 2)];
    expect(states(...acknowledged)).toEqual(['FIN-WAIT-2', 'CLOSE-WAIT']);
    const secondFin = [...acknowledged, ...segment('server', 'FA', 1, 2)];
    expect(states(...secondFin)).toEqual(['TIME-WAIT', 'LAST-ACK']);
    expect(states(...secondFin, ...segment('client', 'A', 2, 2))).toEqual(['TIME-WAIT', 'CLOSED']);
  });
  test('a FIN that carries the missing ACK skips FIN-WAIT-2', () => {
    expect(states(...handshake, ...segment('client', 'FA', 1, 1), ...segment('server', 'FA', 1, 2))).toEqual([
      'TIME-WAIT',
      'LAST-ACK',
    ]);
  });
  test('FINs that cross make both ends CLOSING', () => {
    const [sentByClient, atServer] = segment('client', 'FA', 1, 1) as [Fact, Fact];
    const [sentByServer, atClient] = segment('server', 'FA', 1, 1) as [Fact, Fact];
    const crossed = [...handshake, sentByClient, sentByServer, atServer, atClient];
    expect(states(...crossed)).toEqual(['CLOSING', 'CLOSING']);
    expect(states(...crossed, ...segment('client', 'A', 2, 2))).toEqual(['CLOSING', 'TIME-WAIT']);
  });
  test('an RST closes both ends at once', () => {
    expect(states(...handshake, ...segment('client', 'R', 1))).toEqual(['CLOSED', 'CLOSED']);
  });
  test('a dropped segment moves nobody but its sender', () => {
    const [sent] = segment('client', 'S') as [Fact, Fact];
    expect(
      states(listens, sent, { at: 0, actor: 'cable', kind: 'tcp.segment-dropped', source: 'wire', frame, reason: 'x' }),
    ).toEqual(['SYN-SENT', 'LISTEN']);
  });
  test('a FIN that overtakes data counts when the hole is filled', () => {
    const [lost] = segment('client', 'A', 1, 1, 5) as [Fact, Fact];
    const ahead = [...handshake, lost, ...segment('client', 'FA', 6, 1)];
    expect(states(...ahead)).toEqual(['FIN-WAIT-1', 'ESTABLISHED']);
    expect(states(...ahead, ...segment('client', 'A', 1, 1, 5))).toEqual(['FIN-WAIT-1', 'CLOSE-WAIT']);
  });
});

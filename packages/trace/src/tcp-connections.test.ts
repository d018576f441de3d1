import { expect, test } from 'vitest';
import { createTrace, type Fact, type Header, tcpConnectionsOf } from './index.ts';
import { header } from './testing/arbitrary-trace.ts';

const hosts: Header = {
  ...header,
  actors: [
    { id: 'client', role: 'program', colour: 1, host: 'client', address: '10.0.0.1' },
    { id: 'server', role: 'program', colour: 2, host: 'server', address: '10.0.0.2' },
  ],
};

function segment(from: string, port: number, flags: string, sequence: number): Fact {
  const ports = from === 'client' ? [port, 9000] : [9000, port];
  return {
    at: 0,
    actor: `${from}.kernel`,
    kind: 'tcp.segment-sent',
    source: 'wire',
    frame: port,
    from,
    to: from === 'client' ? 'server' : 'client',
    sourcePort: ports[0] as number,
    destinationPort: ports[1] as number,
    flags,
    sequence,
    acknowledgment: 0,
    window: 1,
    length: 0,
    bytes: '',
  };
}

function state(host: string, port: number, now: string, was: string): Fact {
  const [local, remote] =
    host === 'client' ? [`10.0.0.1:${port}`, '10.0.0.2:9000'] : ['10.0.0.2:9000', `10.0.0.1:${port}`];
  return {
    at: 0,
    actor: `${host}.kernel`,
    kind: 'socket.state',
    source: 'kernel',
    socket: `${local}→${remote}`,
    local: local as string,
    remote: remote as string,
    state: now,
    was,
  };
}

function connections(...facts: Fact[]) {
  const trace = createTrace(hosts);
  for (const fact of facts) trace.append(fact);
  const { list, of } = tcpConnectionsOf(trace, trace.length);
  return { openers: list.map(({ opener }) => `${opener.host}:${opener.port}`), of: [...of] };
}

test('segments of both directions, their deliveries and what the kernels say of the sockets are one connection', () => {
  const delivered: Fact = { at: 0, actor: 'x', kind: 'tcp.segment-delivered', source: 'wire', frame: 5, to: 'server' };
  const buffers: Fact = {
    at: 0,
    actor: 'server.kernel',
    kind: 'socket.buffers',
    source: 'kernel',
    socket: '10.0.0.2:9000→10.0.0.1:5',
    sendBytes: 0,
    receiveBytes: 1,
  };
  expect(
    connections(
      state('client', 5, 'SYN-SENT', 'CLOSED'),
      segment('client', 5, 'SYN', 1),
      delivered,
      state('server', 5, 'SYN-RECEIVED', 'LISTEN'),
      segment('server', 5, 'SYN,ACK', 1),
      buffers,
    ),
  ).toEqual({ openers: ['client:5'], of: [1, 1, 1, 1, 1, 1] });
});

test('each pair of ports is a connection of its own, numbered as they begin', () => {
  expect(
    connections(segment('client', 5, 'SYN', 1), segment('client', 6, 'SYN', 1), segment('server', 5, 'SYN,ACK', 1)),
  ).toEqual({
    openers: ['client:5', 'client:6'],
    of: [1, 2, 1],
  });
});

test('a SYN again is the same connection, a SYN with another number on the same ports a new one', () => {
  expect(
    connections(
      segment('client', 5, 'SYN', 1),
      segment('client', 5, 'SYN', 1),
      state('client', 5, 'SYN-SENT', 'CLOSED'),
      segment('client', 5, 'SYN', 900),
    ).of,
  ).toEqual([1, 1, 2, 2]);
});

test('a listening socket is no connection', () => {
  const listens = { ...state('server', 5, 'LISTEN', 'CLOSED'), remote: '0.0.0.0:0' } as Fact;
  expect(connections(listens)).toEqual({ openers: [], of: [0] });
});

test('what a kernel says under an invented address is about the connection opened from that port', () => {
  const forged: Fact = { ...state('server', 5, 'SYN-RECEIVED', 'LISTEN'), remote: '10.0.0.101:5' } as Fact;
  expect(connections(segment('client', 5, 'SYN', 7), forged)).toEqual({ openers: ['client:5'], of: [1, 1] });
});

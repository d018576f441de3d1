import { describe, expect, test } from 'vitest';
import { createTrace, type Fact, type Header, listenerQueues, stateAt } from './index.ts';
import { header } from './testing/arbitrary-trace.ts';

const hosts: Header = {
  ...header,
  actors: [
    { id: 'client', role: 'program', colour: 1, host: 'client', address: '10.0.0.1' },
    { id: 'server', role: 'program', colour: 2, host: 'server', address: '10.0.0.2' },
  ],
};

const kernel = { at: 0, source: 'kernel', actor: 'server.kernel' } as const;
const listens: Fact = {
  ...kernel,
  kind: 'socket.state',
  socket: 'server:9000',
  local: '10.0.0.2:9000',
  remote: '0.0.0.0:0',
  state: 'LISTEN',
  was: 'CLOSED',
};

function says(port: number, state: string, was = 'LISTEN'): Fact {
  const [local, remote] = ['10.0.0.2:9000', `10.0.0.1:${port}`];
  return { ...kernel, kind: 'socket.state', socket: `s${port}`, local, remote, state, was };
}

function counted(name: string, value: number, before = value - 1): Fact {
  return { ...kernel, kind: 'kernel.counted', counter: `TcpExt.${name}`, value, before };
}

let frame = 0;

/** A segment, and its delivery unless it is only sent. */
function crossed(from: 'client' | 'server', port: number, flags: string): [Fact, Fact] {
  frame++;
  const to = from === 'client' ? 'server' : 'client';
  const [sourcePort, destinationPort] = from === 'client' ? [port, 9000] : [9000, port];
  const numbers = { sequence: 7, acknowledgment: 0, window: 1, length: 0, bytes: '' };
  const base = { at: frame * 1000, source: 'wire', frame, to } as const;
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
    },
    { ...base, actor: `${to}.kernel`, kind: 'tcp.segment-delivered' },
  ];
}

function opening(port: number): Fact[] {
  return [...crossed('client', port, 'SYN'), says(port, 'SYN-RECEIVED'), ...crossed('server', port, 'SYN,ACK')];
}

function listenerAfter(...facts: Fact[]) {
  const trace = createTrace(hosts);
  for (const fact of [listens, ...facts]) trace.append(fact);
  return stateAt(listenerQueues, trace, trace.length).listeners.get('server:9000');
}

function places(...facts: Fact[]): string[] {
  return [...(listenerAfter(...facts)?.callers.values() ?? [])].map(({ port, place }) => `${port} ${place}`);
}

describe('the queues of a listening socket', () => {
  test('lead from the way through the SYN queue and the accept queue to the program', () => {
    const [sent, arrived] = crossed('client', 5, 'SYN');
    expect(places(sent)).toEqual(['5 on-the-way']);
    expect(places(sent, arrived, says(5, 'SYN-RECEIVED'))).toEqual(['5 syn-queue']);
    const done = [...opening(5), ...crossed('client', 5, 'ACK'), says(5, 'ESTABLISHED', 'SYN-RECEIVED')];
    expect(places(...done)).toEqual(['5 accept-queue']);
    const accepted: Fact = {
      at: 0,
      actor: 'server',
      source: 'program',
      kind: 'call.returned',
      call: 'accept',
      result: '(fd=19, ("10.0.0.1", 5))',
    };
    expect(places(...done, accepted)).toEqual(['5 accepted']);
  });

  test('accept hands out whom its result names, and without a name the oldest', () => {
    const two = [5, 6].flatMap((port) => [...opening(port), says(port, 'ESTABLISHED', 'SYN-RECEIVED')]);
    const accept = (result: string): Fact => ({
      at: 0,
      actor: 'server',
      source: 'program',
      kind: 'call.returned',
      call: 'accept',
      result,
    });
    expect(places(...two, accept('("10.0.0.1", 6)'))).toEqual(['5 accept-queue', '6 accepted']);
    expect(places(...two, accept('fd=9'))).toEqual(['5 accepted', '6 accept-queue']);
  });

  test('a SYN that the kernel lets fall stays outside; its repetition, or a counter, shows it', () => {
    expect(places(...crossed('client', 5, 'SYN'))).toEqual(['5 on-the-way']);
    expect(places(...crossed('client', 5, 'SYN'), counted('ListenDrops', 1))).toEqual(['5 unanswered']);
    const again = listenerAfter(...crossed('client', 5, 'SYN'), ...crossed('client', 5, 'SYN'));
    expect(again?.callers.get('client:5')).toMatchObject({ place: 'unanswered', dropped: 1, arrived: 2 });
    expect(again?.callers.get('client:5')?.syns).toHaveLength(2);
  });

  test('a SYN that never arrived was not let fall by the kernel', () => {
    const [lost] = crossed('client', 5, 'SYN');
    expect(places(lost, ...crossed('client', 5, 'SYN'))).toEqual(['5 on-the-way']);
  });

  test('a SYN cookie takes no place, and the handshake completes all the same', () => {
    const answered = [...crossed('client', 5, 'SYN'), ...crossed('server', 5, 'SYN,ACK'), counted('SyncookiesSent', 1)];
    expect(places(...answered)).toEqual(['5 cookie']);
    const done = listenerAfter(...answered, ...crossed('client', 5, 'ACK'), says(5, 'ESTABLISHED'));
    expect(done?.callers.get('client:5')).toMatchObject({ place: 'accept-queue', withCookie: true });
  });

  test('whom the kernel has in its table has no cookie', () => {
    expect(places(...opening(5), counted('SyncookiesSent', 1))).toEqual(['5 syn-queue']);
  });

  test('the client holds itself connected while the server still waits for the last ACK', () => {
    expect(listenerAfter(...opening(5))?.callers.get('client:5')).toMatchObject({
      place: 'syn-queue',
      believesConnected: true,
    });
  });

  test('a reset refuses, an error of connect() says why', () => {
    expect(places(...crossed('client', 5, 'SYN'), ...crossed('server', 5, 'RST,ACK'))).toEqual(['5 refused']);
    const failed: Fact = {
      at: 0,
      actor: 'client',
      source: 'program',
      kind: 'call.returned',
      call: 'connect',
      result: '',
      error: 'TimeoutError',
    };
    expect(places(...crossed('client', 5, 'SYN'), failed)).toEqual(['5 gone']);
  });

  test('a connect() that does not block has not failed while it is in progress', () => {
    const [sent, arrived] = crossed('client', 5, 'SYN');
    const inProgress: Fact = {
      at: 0,
      actor: 'client',
      source: 'program',
      kind: 'call.returned',
      call: 'connect',
      result: '',
      error: 'BlockingIOError: [Errno 115] Operation now in progress',
    };
    expect(places(sent, inProgress)).toEqual(['5 on-the-way']);
    expect(places(sent, inProgress, arrived, counted('ListenDrops', 1))).toEqual(['5 unanswered']);
  });

  test('a caller under an invented address is the host whose port sent the SYN', () => {
    const [sent, arrived] = crossed('client', 5, 'SYN');
    const forged: Fact = { ...says(5, 'SYN-RECEIVED'), remote: '10.0.0.101:5' } as Fact;
    const listener = listenerAfter(sent, arrived, forged);
    expect([...(listener?.callers.keys() ?? [])]).toEqual(['client:5']);
    expect(listener?.callers.get('client:5')).toMatchObject({ place: 'syn-queue', isTold: true, isForged: true });
    const answered = listenerAfter(sent, arrived, forged, ...crossed('server', 5, 'SYN,ACK'));
    expect(answered?.callers.get('client:5')).toMatchObject({ place: 'syn-queue', believesConnected: false });
  });

  test('the counts are the kernel’s own', () => {
    const queue: Fact = { ...kernel, kind: 'socket.accept-queue', socket: 'server:9000', waiting: 2, limit: 3 };
    const listener = listenerAfter(queue, counted('ListenOverflows', 8, 5), counted('ListenOverflows', 9));
    expect(listener).toMatchObject({ waiting: 2, limit: 3 });
    expect(listener?.counters.get('ListenOverflows')).toMatchObject({ value: 9, more: 1, since: 4 });
  });
});

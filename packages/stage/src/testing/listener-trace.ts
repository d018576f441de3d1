import type { Trace } from '@lockstep/trace';
import { type SampleEnd, sampleHandshake, sampleNetwork } from './network-trace.ts';

const SERVER: SampleEnd = { host: 'server', port: 9000 };

/**
 * A server with room for two connections that accepts nobody: two callers get in, the ACK of the third does not count,
 * the fourth gets no answer; at last one is accepted.
 */
export function backlogTrace(): Trace {
  const net = sampleNetwork([
    { id: 'client', colour: 1 },
    { id: 'server', colour: 2 },
  ]);
  const caller = (number: number): SampleEnd => ({ host: 'client', port: 40_000 + number });
  const queue = (waiting: number) =>
    net.kernel('server', 'socket.accept-queue', { socket: '10.0.0.2:9000', waiting, limit: 2 });
  const counted = (name: string, value: number) =>
    net.kernel('server', 'kernel.counted', { counter: `TcpExt.${name}`, value, before: value - 1 });
  net.listens(SERVER);
  queue(0);
  const sleep = net.call('server', 'sleep', '3 s');
  for (const number of [1, 2]) {
    net.state(SERVER, caller(number), 'SYN-RECEIVED', 'ESTABLISHED', sampleHandshake(net, caller(number), SERVER));
    queue(number);
  }
  sampleHandshake(net, caller(3), SERVER);
  counted('ListenOverflows', 1);
  const syn = { from: caller(4), to: SERVER, flags: ['SYN'] as const };
  net.state(caller(4), SERVER, 'CLOSED', 'SYN-SENT');
  net.arrives(net.segment(syn));
  counted('ListenDrops', 1);
  net.arrives(net.segment({ ...syn, us: 1_000_000 }));
  net.arrives(net.segment({ ...syn, us: 2_000_000 }));
  counted('ListenDrops', 2);
  net.returned('server', 'sleep', 'None', sleep);
  const accept = net.call('server', 'accept');
  net.returned('server', 'accept', '(fd=5, ("10.0.0.1", 40001))', accept);
  queue(1);
  return net.trace;
}

/** SYNs of strangers until the kernel answers with cookies, and a good client that comes in by one. */
export function floodTrace(strangers: number): Trace {
  const net = sampleNetwork([
    { id: 'client', colour: 1 },
    { id: 'stranger', colour: 4 },
    { id: 'server', colour: 2 },
  ]);
  net.listens(SERVER);
  net.kernel('server', 'socket.accept-queue', { socket: '10.0.0.3:9000', waiting: 0, limit: 5 });
  for (let number = 0; number < strangers; number++) {
    const from: SampleEnd = { host: 'stranger', port: 20_000 + number };
    const arrived = net.arrives(net.segment({ from, to: SERVER, flags: ['SYN'] }));
    net.state(SERVER, from, 'LISTEN', 'SYN-RECEIVED', arrived);
  }
  const client: SampleEnd = { host: 'client', port: 40_001 };
  net.arrives(net.segment({ from: client, to: SERVER, flags: ['SYN'] }));
  net.arrives(net.segment({ from: SERVER, to: client, flags: ['SYN', 'ACK'], ack: 1 }));
  net.kernel('server', 'kernel.counted', { counter: 'TcpExt.SyncookiesSent', value: 1, before: 0 });
  const done = net.arrives(net.segment({ from: client, to: SERVER, flags: ['ACK'], seq: 1, ack: 1 }));
  net.kernel('server', 'kernel.counted', { counter: 'TcpExt.SyncookiesRecv', value: 1, before: 0 });
  net.state(SERVER, client, 'LISTEN', 'ESTABLISHED', done);
  net.kernel('server', 'socket.accept-queue', { socket: '10.0.0.3:9000', waiting: 1, limit: 5 });
  return net.trace;
}

/** A SYN under an address that nobody has: its answer arrives at the port of whoever sent it, and is left there. */
export function forgedTrace(): Trace {
  const net = sampleNetwork([
    { id: 'client', colour: 1 },
    { id: 'stranger', colour: 4 },
    { id: 'server', colour: 2 },
  ]);
  const from: SampleEnd = { host: 'stranger', port: 20_000 };
  net.listens(SERVER);
  const cause = net.arrives(net.segment({ from, to: SERVER, flags: ['SYN'] }));
  const [local, remote] = ['10.0.0.3:9000', '10.0.0.101:20000'];
  const socket = { socket: `${local}→${remote}`, local, remote };
  net.kernel('server', 'socket.state', { ...socket, was: 'LISTEN', state: 'SYN-RECEIVED', cause });
  net.arrives(net.segment({ from: SERVER, to: from, flags: ['SYN', 'ACK'], ack: 1 }));
  return net.trace;
}

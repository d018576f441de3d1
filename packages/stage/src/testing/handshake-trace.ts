// A run of the handshake lab with true frames, built by hand: every number is known, so tests can be exact.
import { bytesToHex, encodeFrame, type TcpFlag } from '@lockstep/packet';
import { createTrace, type Fact, type Header, type Trace } from '@lockstep/trace';

const header: Header = {
  format: 'lockstep',
  version: 1,
  run: 'sample-handshake',
  lab: 'handshake',
  mode: 'free',
  knobs: { closesFirst: 'client', message: 'hello, world', backlog: 5, acceptAfterMs: 400 },
  seed: 1,
  actors: [
    { id: 'client', role: 'program', colour: 1, host: 'client', program: 'client', address: '10.0.0.1' },
    { id: 'client.kernel', role: 'kernel', colour: 1, host: 'client', address: '10.0.0.1' },
    { id: 'cable', role: 'cable', colour: 0 },
    { id: 'server.kernel', role: 'kernel', colour: 2, host: 'server', address: '10.0.0.2' },
    { id: 'server', role: 'program', colour: 2, host: 'server', program: 'server', address: '10.0.0.2' },
  ],
  reality: { lane: 'A', parts: ['kernel-tcp'] },
  machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
  startedAt: '2026-01-01T00:00:00.000Z',
};

type Host = 'client' | 'server';

const PORT = 9000;
const CLIENT_PORT = 41_822;
const ISN: Readonly<Record<Host, number>> = { client: 2_604_188_373, server: 713_905_216 };
const ADDRESS: Readonly<Record<Host, string>> = { client: '10.0.0.1', server: '10.0.0.2' };
const MAC: Readonly<Record<Host, string>> = { client: '5e:1c:7a:30:0b:01', server: '5e:1c:7a:30:0b:02' };

interface SampleOptions {
  /** The cable eats the first SYN. */
  readonly dropFirstSyn?: boolean;
  /** The kernel is never asked while the server's end is SYN-RECEIVED. */
  readonly missSynReceived?: boolean;
}

/** The whole conversation: connect while the server sleeps, twelve bytes, accept, both close. */
export function handshakeTrace({ dropFirstSyn = false, missSynReceived = false }: SampleOptions = {}): Trace {
  const trace = createTrace(header);
  let at = 0;
  let frame = 0;
  const tell = (fact: Record<string, unknown>, us = 40): number => {
    at += us;
    return trace.append({ at, ...fact } as unknown as Fact);
  };
  const call = (actor: Host, name: string, detail: string, line: number): number =>
    tell({ actor, source: 'program', kind: 'call.entered', call: name, detail, line });
  const returned = (actor: Host, name: string, result: string, cause: number, line: number, us = 30): number =>
    tell({ actor, source: 'program', kind: 'call.returned', call: name, result, cause, line }, us);
  const state = (host: Host, socket: string, was: string, now: string, cause: number): number =>
    tell({
      actor: `${host}.kernel`,
      source: 'kernel',
      kind: 'socket.state',
      socket,
      local: `${ADDRESS[host]}:${host === 'server' ? PORT : CLIENT_PORT}`,
      remote:
        socket === 'l'
          ? '0.0.0.0:0'
          : `${ADDRESS[host === 'server' ? 'client' : 'server']}:${host === 'server' ? CLIENT_PORT : PORT}`,
      state: now,
      was,
      cause,
    });
  const buffers = (host: Host, sendBytes: number, receiveBytes: number): number =>
    tell({
      actor: `${host}.kernel`,
      source: 'kernel',
      kind: 'socket.buffers',
      socket: host === 'client' ? 'c' : 's',
      sendBytes,
      receiveBytes,
    });
  const queue = (waiting: number): number =>
    tell({ actor: 'server.kernel', source: 'kernel', kind: 'socket.accept-queue', socket: 'l', waiting, limit: 6 });
  const sent = (from: Host, flags: readonly TcpFlag[], seq: number, ack: number, text = '', us = 60): number => {
    const to: Host = from === 'client' ? 'server' : 'client';
    const payload = new TextEncoder().encode(text);
    const ports =
      from === 'client'
        ? { sourcePort: CLIENT_PORT, destinationPort: PORT }
        : { sourcePort: PORT, destinationPort: CLIENT_PORT };
    const numbers = {
      sequence: (ISN[from] + seq) >>> 0,
      acknowledgment: flags.includes('ACK') ? (ISN[to] + ack) >>> 0 : 0,
    };
    const bytes = encodeFrame([
      { protocol: 'ethernet', header: { source: MAC[from], destination: MAC[to] } },
      { protocol: 'ipv4', header: { source: ADDRESS[from], destination: ADDRESS[to] } },
      { protocol: 'tcp', header: { ...ports, ...numbers, flags, window: 502 } },
      ...(payload.length > 0 ? [{ protocol: 'payload' as const, header: { data: payload } }] : []),
    ]);
    frame++;
    return tell(
      {
        actor: `${from}.kernel`,
        source: 'wire',
        kind: 'tcp.segment-sent',
        frame,
        from,
        to,
        ...ports,
        flags: flags.join(','),
        ...numbers,
        window: 502,
        length: payload.length,
        bytes: bytesToHex(bytes),
      },
      us,
    );
  };
  const delivered = (cause: number): number =>
    tell({ actor: 'cable', source: 'wire', kind: 'tcp.segment-delivered', frame, to: toOf(trace, cause), cause });

  let c = call('server', 'socket', '', 21);
  returned('server', 'socket', '3', c, 21);
  c = call('server', 'bind', '10.0.0.2, 9000', 22);
  returned('server', 'bind', 'None', c, 22);
  c = call('server', 'listen', '5', 23);
  state('server', 'l', 'CLOSED', 'LISTEN', c);
  queue(0);
  returned('server', 'listen', 'None', c, 23);
  const sleep = call('server', 'sleep', '400 ms', 24);
  c = call('client', 'socket', '', 12);
  returned('client', 'socket', '3', c, 12);
  const connect = call('client', 'connect', '10.0.0.2, 9000', 13);
  state('client', 'c', 'CLOSED', 'SYN-SENT', connect);
  let s = sent('client', ['SYN'], 0, 0);
  if (dropFirstSyn) {
    tell({ actor: 'cable', source: 'wire', kind: 'tcp.segment-dropped', frame, reason: 'dropped by you', cause: s });
    s = sent('client', ['SYN'], 0, 0, '', 1_020_000);
  }
  let d = delivered(s);
  if (!missSynReceived) state('server', 's', 'CLOSED', 'SYN-RECEIVED', d);
  s = sent('server', ['SYN', 'ACK'], 0, 1);
  d = delivered(s);
  state('client', 'c', 'SYN-SENT', 'ESTABLISHED', d);
  s = sent('client', ['ACK'], 1, 1);
  d = delivered(s);
  state('server', 's', missSynReceived ? 'CLOSED' : 'SYN-RECEIVED', 'ESTABLISHED', d);
  queue(1);
  returned('client', 'connect', 'None', connect, 13);
  c = call('client', 'sendall', '12 B', 14);
  s = sent('client', ['PSH', 'ACK'], 1, 1, 'hello, world');
  buffers('client', 12, 0);
  d = delivered(s);
  buffers('server', 0, 12);
  returned('client', 'sendall', 'None', c, 14);
  s = sent('server', ['ACK'], 1, 13);
  delivered(s);
  buffers('client', 0, 0);
  c = call('client', 'close', '', 18);
  s = sent('client', ['FIN', 'ACK'], 13, 1);
  state('client', 'c', 'ESTABLISHED', 'FIN-WAIT-1', s);
  d = delivered(s);
  state('server', 's', 'ESTABLISHED', 'CLOSE-WAIT', d);
  returned('client', 'close', 'None', c, 18);
  s = sent('server', ['ACK'], 1, 14);
  d = delivered(s);
  state('client', 'c', 'FIN-WAIT-1', 'FIN-WAIT-2', d);
  returned('server', 'sleep', '', sleep, 24, 398_000);
  c = call('server', 'accept', '', 25);
  queue(0);
  returned('server', 'accept', '10.0.0.1:41822', c, 25);
  c = call('server', 'recv', '1024', 26);
  buffers('server', 0, 0);
  returned('server', 'recv', '12 B', c, 26);
  c = call('server', 'recv', '1024', 28);
  returned('server', 'recv', '0 B', c, 28);
  c = call('server', 'close', '', 30);
  s = sent('server', ['FIN', 'ACK'], 1, 14);
  state('server', 's', 'CLOSE-WAIT', 'LAST-ACK', s);
  d = delivered(s);
  state('client', 'c', 'FIN-WAIT-2', 'TIME-WAIT', d);
  returned('server', 'close', 'None', c, 30);
  s = sent('client', ['ACK'], 14, 2);
  d = delivered(s);
  state('server', 's', 'LAST-ACK', 'CLOSED', d);
  c = call('server', 'close', '', 31);
  state('server', 'l', 'LISTEN', 'CLOSED', c);
  returned('server', 'close', 'None', c, 31);
  tell({ actor: 'cable', source: 'program', kind: 'run.ended', reason: 'finished' });
  return trace;
}

function toOf(trace: Trace, seq: number): string {
  const event = trace.event(seq);
  return event.kind === 'tcp.segment-sent' ? event.to : '';
}

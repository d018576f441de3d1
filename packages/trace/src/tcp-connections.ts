// Which TCP connection each event is about, told from the ports of its segment or of its socket. A connection is known
// from its first segment, or from the first word of a kernel about it.
import type { EventOf, TraceEvent } from './event.ts';
import { hostOf } from './host-of.ts';
import type { Trace } from './trace.ts';

export interface TcpConnectionEnd {
  readonly host: string;
  readonly port: number;
}

export interface TcpConnection {
  /** Counted from 1, in the order in which they began. */
  readonly number: number;
  /** The end that sent the first SYN, and its peer. */
  readonly opener: TcpConnectionEnd;
  readonly peer: TcpConnectionEnd;
  /** `seq` of the first event about it. */
  readonly firstSeq: number;
}

export interface TcpConnections {
  readonly list: readonly TcpConnection[];
  /** By `seq`: the number of the connection that the event is about; 0: of none, or not known. */
  readonly of: Int32Array;
}

/** All connections of the first `length` events. A SYN with a new initial number on used ports begins a new one. */
export function tcpConnectionsOf(trace: Trace, length: number): TcpConnections {
  const list: TcpConnection[] = [];
  const of = new Int32Array(length);
  const latest = new Map<string, TcpConnection>();
  const initials = new Map<string, number>();
  const frames = new Map<number, number>();
  const sockets = new Map<string, string>();
  const hosts = hostsByAddress(trace);

  function begin(opener: TcpConnectionEnd, peer: TcpConnectionEnd, firstSeq: number): TcpConnection {
    const connection = { number: list.length + 1, opener, peer, firstSeq };
    list.push(connection);
    latest.set(keyOf(opener, peer), connection);
    return connection;
  }

  function ofSegment(segment: EventOf<'tcp.segment-sent'>): number {
    const from = { host: segment.from, port: segment.sourcePort };
    const to = { host: segment.to, port: segment.destinationPort };
    const flags = segment.flags.split(',');
    const known = latest.get(keyOf(from, to));
    const isSyn = flags.includes('SYN');
    const opens = isSyn && !flags.includes('ACK');
    const initial = known && initials.get(`${known.number} ${from.host}:${from.port}`);
    const isAnother = opens && initial !== undefined && initial !== segment.sequence;
    const connection =
      known && !isAnother
        ? known
        : isSyn && flags.includes('ACK')
          ? begin(to, from, segment.seq)
          : begin(from, to, segment.seq);
    if (isSyn) initials.set(`${connection.number} ${from.host}:${from.port}`, segment.sequence);
    frames.set(segment.frame, connection.number);
    return connection.number;
  }

  function ofState(event: EventOf<'socket.state'>): number {
    const local = { host: hostOf(event.actor), port: endOfAddress(event.local).port };
    const { address, port } = endOfAddress(event.remote);
    if (port === 0) return 0;
    const remote = { host: hosts.get(address) ?? inventorOf(local, port) ?? address, port };
    const key = keyOf(local, remote);
    sockets.set(`${local.host} ${event.socket}`, key);
    const known = latest.get(key);
    const opens = event.state === 'SYN-SENT' && event.was === 'CLOSED';
    const isUsed = known && initials.has(`${known.number} ${local.host}:${local.port}`);
    if (known && !(opens && isUsed)) return known.number;
    return (opens ? begin(local, remote, event.seq) : begin(remote, local, event.seq)).number;
  }

  /** An address that no host has was invented by the one that opened from this port. */
  function inventorOf(local: TcpConnectionEnd, port: number): string | undefined {
    const opened = list.findLast(({ opener, peer }) => opener.port === port && isSameEnd(peer, local));
    return opened?.opener.host;
  }

  for (let seq = 0; seq < length; seq++) {
    if (!/^(tcp|frame|socket|call|message)\./.test(trace.kindAt(seq))) continue;
    const event = trace.event(seq);
    if (event.kind === 'tcp.segment-sent') of[seq] = ofSegment(event);
    else if (event.kind === 'socket.state') of[seq] = ofState(event);
    else if ('frame' in event) of[seq] = frames.get(event.frame) ?? 0;
    else {
      const socket = socketOf(event);
      const key = socket === undefined ? undefined : sockets.get(`${hostOf(event.actor)} ${socket}`);
      of[seq] = (key === undefined ? undefined : latest.get(key)?.number) ?? 0;
    }
  }
  return { list, of };
}

function socketOf(event: TraceEvent): string | undefined {
  return 'socket' in event ? event.socket : undefined;
}

function isSameEnd(one: TcpConnectionEnd, other: TcpConnectionEnd): boolean {
  return one.host === other.host && one.port === other.port;
}

/** The two ends in an order that does not depend on who sends. */
function keyOf(one: TcpConnectionEnd, other: TcpConnectionEnd): string {
  return [`${one.host}:${one.port}`, `${other.host}:${other.port}`].sort().join(' ');
}

/** Address and port of `10.0.0.2:9000`; port 0 where there is none. */
export function endOfAddress(text: string): { readonly address: string; readonly port: number } {
  const at = text.lastIndexOf(':');
  return at < 0 ? { address: text, port: 0 } : { address: text.slice(0, at), port: Number(text.slice(at + 1)) || 0 };
}

/** The host that has each address, as the header tells it. */
function hostsByAddress(trace: Trace): ReadonlyMap<string, string> {
  const planned = trace.header.actors.flatMap(({ address, host }): [string, string][] =>
    address !== undefined && host !== undefined ? [[address, host]] : [],
  );
  const real = Object.entries(trace.header.reality.addresses ?? {}).map(([host, address]): [string, string] => [
    address,
    host,
  ]);
  return new Map([...planned, ...real]);
}

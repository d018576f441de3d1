// The state that the segments alone imply for each end of a TCP connection, by the rules of RFC 9293 §3.3.2 and
// figure 5. It is `derived`: the kernel's own word is `socket.state`.
import type { EventOf } from './event.ts';
import { hostOf } from './host-of.ts';
import type { Model } from './model.ts';
import { withEntry, withoutEntry } from './ordered-map.ts';

export type TcpState =
  | 'CLOSED'
  | 'LISTEN'
  | 'SYN-SENT'
  | 'SYN-RECEIVED'
  | 'ESTABLISHED'
  | 'FIN-WAIT-1'
  | 'FIN-WAIT-2'
  | 'CLOSE-WAIT'
  | 'CLOSING'
  | 'LAST-ACK'
  | 'TIME-WAIT';

/** Implied state of each end of each connection. */
export interface TcpImplied {
  /** By `endName`; what listens stands under the name of its host. */
  readonly ends: ReadonlyMap<string, TcpEnd>;
  /** Name of the end that an event was about last. */
  readonly touched?: string;
  /** Segments on the way, by frame number. */
  readonly travelling: ReadonlyMap<number, EventOf<'tcp.segment-sent'>>;
}

export interface TcpEnd {
  readonly host: string;
  readonly state: TcpState;
  /** Sequence number just after our FIN; undefined while none was sent. */
  readonly afterFin?: number;
  /** The next sequence number expected from the peer; undefined while its SYN was not seen. */
  readonly expected?: number;
  /** What arrived before its turn: `from` up to, not including, `to`. */
  readonly early?: readonly { readonly from: number; readonly to: number }[];
  /** Sequence number of the peer's FIN, once it has arrived: it counts when all before it has. */
  readonly finAt?: number;
}

type Segment = EventOf<'tcp.segment-sent'>;

/** Name of a segment's sender as one end of one connection. */
function endName(host: string, port: number, peer: string, peerPort: number): string {
  return `${host}:${port}>${peer}:${peerPort}`;
}

export const tcpImplied: Model<TcpImplied> = {
  kinds: new Set(['tcp.segment-sent', 'tcp.segment-delivered', 'tcp.segment-dropped', 'call.returned']),
  initial: () => ({ ends: new Map(), travelling: new Map() }),
  apply(state, event) {
    switch (event.kind) {
      case 'tcp.segment-sent': {
        const name = endName(event.from, event.sourcePort, event.to, event.destinationPort);
        return {
          ends: withEnd(state, name, sent(endOf(state, name, event.from), event)),
          touched: name,
          travelling: withEntry(state.travelling, event.frame, event),
        };
      }
      case 'tcp.segment-delivered': {
        const segment = state.travelling.get(event.frame);
        if (!segment) return state;
        const name = endName(segment.to, segment.destinationPort, segment.from, segment.sourcePort);
        return {
          ends: withEnd(state, name, received(endOf(state, name, segment.to), segment)),
          touched: name,
          travelling: withoutEntry(state.travelling, event.frame),
        };
      }
      case 'tcp.segment-dropped':
        return { ...state, travelling: withoutEntry(state.travelling, event.frame) };
      case 'call.returned': {
        if (event.call !== 'listen' || event.error !== undefined) return state;
        const host = hostOf(event.actor);
        return { ...state, ends: withEnd(state, host, { host, state: 'LISTEN' }), touched: host };
      }
      default:
        return state;
    }
  },
};

function sent(end: TcpEnd, segment: Segment): TcpEnd {
  const flags = flagsOf(segment);
  if (flags.has('RST')) return closed(end);
  if (flags.has('SYN')) {
    if (!flags.has('ACK')) return { host: end.host, state: 'SYN-SENT' };
    return end.state === 'ESTABLISHED' ? end : { ...end, state: 'SYN-RECEIVED' };
  }
  if (flags.has('FIN') && end.afterFin === undefined) {
    const afterFin = (segment.sequence + segment.length + 1) >>> 0;
    if (end.state === 'ESTABLISHED' || end.state === 'SYN-RECEIVED') return { ...end, state: 'FIN-WAIT-1', afterFin };
    if (end.state === 'CLOSE-WAIT') return { ...end, state: 'LAST-ACK', afterFin };
  }
  return end;
}

function received(end: TcpEnd, segment: Segment): TcpEnd {
  const flags = flagsOf(segment);
  if (flags.has('RST')) return closed(end);
  let next = inOrder(end, segment, flags);
  if (flags.has('ACK')) {
    const finAcknowledged = end.afterFin !== undefined && segment.acknowledgment === end.afterFin;
    if (end.state === 'SYN-SENT' && flags.has('SYN')) next = { ...next, state: 'ESTABLISHED' };
    else if (end.state === 'SYN-RECEIVED') next = { ...next, state: 'ESTABLISHED' };
    else if (end.state === 'FIN-WAIT-1' && finAcknowledged) next = { ...next, state: 'FIN-WAIT-2' };
    else if (end.state === 'CLOSING' && finAcknowledged) next = { ...next, state: 'TIME-WAIT' };
    else if (end.state === 'LAST-ACK' && finAcknowledged) next = closed(next);
  }
  if (next.finAt !== undefined && next.expected === next.finAt) {
    if (next.state === 'ESTABLISHED') return { ...next, state: 'CLOSE-WAIT' };
    if (next.state === 'FIN-WAIT-1') return { ...next, state: 'CLOSING' };
    if (next.state === 'FIN-WAIT-2') return { ...next, state: 'TIME-WAIT' };
  }
  return next;
}

/** What the segment adds to the peer's stream; a FIN after a hole does not count yet (RFC 9293 §3.10.7.4). */
function inOrder(end: TcpEnd, segment: Segment, flags: ReadonlySet<string>): TcpEnd {
  if (flags.has('SYN')) return { ...end, expected: (segment.sequence + 1) >>> 0 };
  const to = (segment.sequence + segment.length) >>> 0;
  const fin = flags.has('FIN') ? { finAt: to } : {};
  if (segment.length === 0) return { ...end, ...(end.expected === undefined ? { expected: to } : {}), ...fin };
  let expected = end.expected ?? segment.sequence;
  let early = [...(end.early ?? []), { from: segment.sequence, to }];
  for (let fits = early.find(isNext); fits; fits = early.find(isNext)) {
    if (((fits.to - expected) | 0) > 0) expected = fits.to;
    const used = fits;
    early = early.filter((one) => one !== used);
  }
  return { ...end, expected, early, ...fin };

  function isNext({ from }: { readonly from: number }): boolean {
    return ((from - expected) | 0) <= 0;
  }
}

function closed({ host }: TcpEnd): TcpEnd {
  return { host, state: 'CLOSED' };
}

function flagsOf(segment: Segment): ReadonlySet<string> {
  return new Set(segment.flags.split(','));
}

function endOf(state: TcpImplied, name: string, host: string): TcpEnd {
  return state.ends.get(name) ?? { host, state: 'CLOSED' };
}

function withEnd(state: TcpImplied, name: string, end: TcpEnd): ReadonlyMap<string, TcpEnd> {
  return state.ends.get(name) === end ? state.ends : withEntry(state.ends, name, end);
}

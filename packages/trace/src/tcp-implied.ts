// The state that the segments alone imply for each end of a TCP connection, by the rules of RFC 9293 §3.3.2 and
// figure 5. It is `derived`: the kernel's own word is `socket.state`.
import type { EventOf, TraceEvent } from './event.ts';
import type { Model } from './model.ts';

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

/** Implied state of each host's end, with what is needed to know whether a FIN was acknowledged. */
export interface TcpImplied {
  readonly ends: ReadonlyMap<string, TcpEnd>;
  /** Segments on the way, by frame number. */
  readonly travelling: ReadonlyMap<number, EventOf<'tcp.segment-sent'>>;
}

export interface TcpEnd {
  readonly state: TcpState;
  /** Sequence number just after our FIN; undefined while none was sent. */
  readonly afterFin?: number;
}

export const tcpImplied: Model<TcpImplied> = {
  initial: () => ({ ends: new Map(), travelling: new Map() }),
  apply(state, event) {
    switch (event.kind) {
      case 'tcp.segment-sent':
        return {
          ends: withEnd(state, event.from, sent(endOf(state, event.from), event)),
          travelling: new Map(state.travelling).set(event.frame, event),
        };
      case 'tcp.segment-delivered': {
        const segment = state.travelling.get(event.frame);
        if (!segment) return state;
        return {
          ends: withEnd(state, segment.to, received(endOf(state, segment.to), segment)),
          travelling: without(state.travelling, event.frame),
        };
      }
      case 'tcp.segment-dropped':
        return { ...state, travelling: without(state.travelling, event.frame) };
      case 'call.returned':
        return event.call === 'listen' && event.error === undefined
          ? { ...state, ends: withEnd(state, hostOf(event), { state: 'LISTEN' }) }
          : state;
      default:
        return state;
    }
  },
};

function sent(end: TcpEnd, segment: EventOf<'tcp.segment-sent'>): TcpEnd {
  const flags = flagsOf(segment);
  if (flags.has('RST')) return { state: 'CLOSED' };
  if (flags.has('SYN')) return flags.has('ACK') ? { state: 'SYN-RECEIVED' } : { state: 'SYN-SENT' };
  if (flags.has('FIN') && end.afterFin === undefined) {
    const afterFin = (segment.sequence + segment.length + 1) >>> 0;
    if (end.state === 'ESTABLISHED' || end.state === 'SYN-RECEIVED') return { state: 'FIN-WAIT-1', afterFin };
    if (end.state === 'CLOSE-WAIT') return { state: 'LAST-ACK', afterFin };
  }
  return end;
}

function received(end: TcpEnd, segment: EventOf<'tcp.segment-sent'>): TcpEnd {
  const flags = flagsOf(segment);
  if (flags.has('RST')) return { state: end.state === 'LISTEN' ? 'LISTEN' : 'CLOSED' };
  let next = end;
  if (flags.has('ACK')) {
    const finAcknowledged = end.afterFin !== undefined && segment.acknowledgment === end.afterFin;
    if (end.state === 'SYN-SENT' && flags.has('SYN')) next = { ...end, state: 'ESTABLISHED' };
    else if (end.state === 'SYN-RECEIVED') next = { ...end, state: 'ESTABLISHED' };
    else if (end.state === 'FIN-WAIT-1' && finAcknowledged) next = { ...end, state: 'FIN-WAIT-2' };
    else if (end.state === 'CLOSING' && finAcknowledged) next = { ...end, state: 'TIME-WAIT' };
    else if (end.state === 'LAST-ACK' && finAcknowledged) next = { state: 'CLOSED' };
  }
  if (flags.has('FIN')) {
    if (next.state === 'ESTABLISHED') return { ...next, state: 'CLOSE-WAIT' };
    if (next.state === 'FIN-WAIT-1') return { ...next, state: 'CLOSING' };
    if (next.state === 'FIN-WAIT-2') return { ...next, state: 'TIME-WAIT' };
  }
  return next;
}

function flagsOf(segment: EventOf<'tcp.segment-sent'>): ReadonlySet<string> {
  return new Set(segment.flags.split(','));
}

function endOf(state: TcpImplied, host: string): TcpEnd {
  return state.ends.get(host) ?? { state: 'CLOSED' };
}

function withEnd(state: TcpImplied, host: string, end: TcpEnd): ReadonlyMap<string, TcpEnd> {
  return endOf(state, host) === end ? state.ends : new Map(state.ends).set(host, end);
}

function without<V>(map: ReadonlyMap<number, V>, key: number): ReadonlyMap<number, V> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

/** A program's actor id is its host's name; its kernel is `<host>.kernel`. */
function hostOf(event: TraceEvent): string {
  return event.actor.split('.')[0] as string;
}

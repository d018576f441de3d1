// How much of what an end has sent is still unacknowledged, and how much its peer allows: read off the segments that
// left it and arrived at it, as the end itself knows it. The congestion window is the kernel's own word.
import { decodeFrame, hexToBytes, tcpOf } from '@lockstep/packet';
import { type EventOf, endOfAddress, hostOf, type Model, sequenceSpaceOf, type TcpConnection } from '@lockstep/trace';

/** One end as a sender. */
export interface Flight {
  /** It has sent data. */
  readonly hasData: boolean;
  /** Sequence number after the highest sent. */
  readonly next: number;
  /** The highest acknowledgment that has arrived. */
  readonly acknowledged: number;
  /** The peer's last window in bytes, and the `seq` of its arrival. */
  readonly window?: { readonly bytes: number; readonly seq: number };
  /** Shift that its own SYN announced (RFC 7323 §2); undefined: none. */
  readonly scale?: number;
  /** It sent a FIN: the sequence number that this takes. */
  readonly fin?: number;
  readonly initial?: number;
  readonly measured?: EventOf<'tcp.measured'>;
}

interface Flights {
  /** By `flightKey`. */
  readonly ends: ReadonlyMap<string, Flight>;
  readonly travelling: ReadonlyMap<number, EventOf<'tcp.segment-sent'>>;
  /** Key of each socket, by `host socket`. */
  readonly sockets: ReadonlyMap<string, string>;
}

type Segment = EventOf<'tcp.segment-sent'>;

/** An end is known by its host and both ports. */
function flightKey(host: string, port: number, peerPort: number): string {
  return `${host}:${port}>${peerPort}`;
}

/** What the end of a connection at this host has in flight; undefined before its first segment. */
export function flightOf({ ends }: Flights, connection: TcpConnection, host: string): Flight | undefined {
  const { opener, peer } = connection;
  const [own, other] = opener.host === host ? [opener, peer] : [peer, opener];
  return ends.get(flightKey(host, own.port, other.port));
}

/** Bytes of data that are sent and not acknowledged: SYN and FIN take a number, but are no bytes. */
export function bytesInFlight({ next, acknowledged, fin, initial }: Flight): number {
  const isOut = (number: number | undefined) => number !== undefined && ((number - acknowledged) | 0) >= 0;
  return Math.max(0, ((next - acknowledged) | 0) - (isOut(fin) ? 1 : 0) - (isOut(initial) ? 1 : 0));
}

export const flights: Model<Flights> = {
  initial: () => ({ ends: new Map(), travelling: new Map(), sockets: new Map() }),
  apply(state, event) {
    switch (event.kind) {
      case 'tcp.segment-sent': {
        const key = flightKey(event.from, event.sourcePort, event.destinationPort);
        return {
          ...state,
          ends: new Map(state.ends).set(key, sent(state.ends.get(key), event)),
          travelling: new Map(state.travelling).set(event.frame, event),
        };
      }
      case 'tcp.segment-delivered':
        return arrived(state, event);
      case 'socket.state': {
        const host = hostOf(event.actor);
        const key = flightKey(host, endOfAddress(event.local).port, endOfAddress(event.remote).port);
        return { ...state, sockets: new Map(state.sockets).set(`${host} ${event.socket}`, key) };
      }
      case 'tcp.measured': {
        const key = state.sockets.get(`${hostOf(event.actor)} ${event.socket}`);
        const flight = key === undefined ? undefined : state.ends.get(key);
        if (key === undefined || !flight) return state;
        return { ...state, ends: new Map(state.ends).set(key, { ...flight, measured: event }) };
      }
      default:
        return state;
    }
  },
};

function sent(before: Flight | undefined, segment: Segment): Flight {
  const flags = segment.flags.split(',');
  const end = (segment.sequence + sequenceSpaceOf(segment)) >>> 0;
  if (!before || (flags.includes('SYN') && before.initial !== segment.sequence)) {
    const scale = flags.includes('SYN') ? scaleOf(segment) : undefined;
    return {
      hasData: segment.length > 0,
      next: end,
      acknowledged: segment.sequence,
      ...(flags.includes('SYN') ? { initial: segment.sequence } : {}),
      ...(scale === undefined ? {} : { scale }),
      ...(before?.window && flags.includes('ACK') ? { window: before.window } : {}),
    };
  }
  return {
    ...before,
    hasData: before.hasData || segment.length > 0,
    next: ((end - before.next) | 0) > 0 ? end : before.next,
    ...(flags.includes('FIN') ? { fin: (segment.sequence + segment.length) >>> 0 } : {}),
  };
}

function arrived(state: Flights, { frame, seq }: EventOf<'tcp.segment-delivered'>): Flights {
  const segment = state.travelling.get(frame);
  if (!segment) return state;
  const travelling = new Map(state.travelling);
  travelling.delete(frame);
  const key = flightKey(segment.to, segment.destinationPort, segment.sourcePort);
  const own = state.ends.get(key);
  if (!own) return { ...state, travelling };
  const peer = state.ends.get(flightKey(segment.from, segment.sourcePort, segment.destinationPort));
  const isSyn = segment.flags.split(',').includes('SYN');
  const bothScale = own.scale !== undefined && peer?.scale !== undefined;
  const shift = isSyn || !bothScale ? 0 : (peer?.scale ?? 0);
  const isNews = segment.flags.includes('ACK') && ((segment.acknowledgment - own.acknowledged) | 0) > 0;
  const isOld = segment.flags.includes('ACK') && ((segment.acknowledgment - own.acknowledged) | 0) < 0;
  const next: Flight = {
    ...own,
    acknowledged: isNews ? segment.acknowledgment : own.acknowledged,
    ...(isOld ? {} : { window: { bytes: segment.window * 2 ** shift, seq } }),
  };
  return { ...state, travelling, ends: new Map(state.ends).set(key, next) };
}

function scaleOf(segment: Segment): number | undefined {
  const options = tcpOf(decodeFrame(hexToBytes(segment.bytes)))?.options ?? [];
  const option = options.find((one) => one.kind === 'window-scale');
  return option?.kind === 'window-scale' ? option.shift : undefined;
}

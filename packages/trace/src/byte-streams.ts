// All TCP streams of a run, folded from calls, segments and what the kernels count. An end of a connection is named
// after its socket, `client:40022→10.0.0.2:9000`; a stream after the addresses of both ends.
import {
  afterAcknowledged,
  afterCrossing,
  afterReading,
  afterReceiveCounted,
  afterSendCounted,
  afterSent,
  afterWriting,
  afterWritten,
  type ByteStream,
  emptyStream,
  type Segment,
} from './byte-stream.ts';
import type { EventOf } from './event.ts';
import type { Header } from './header.ts';
import { withItem } from './list.ts';
import type { Model } from './model.ts';
import { withEntry, withoutEntry } from './ordered-map.ts';

/** Streams by id, in the order of their first event. */
export interface ByteStreams {
  readonly streams: ReadonlyMap<string, ByteStream>;
  /** Segments on the way, by frame number. */
  readonly travelling: ReadonlyMap<number, Segment>;
  /** The call in which each program is. */
  readonly calls: ReadonlyMap<string, EventOf<'call.entered'>>;
  /** Addresses of hosts. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** What each program wrote, what became of its bytes, and what each read got. */
export const byteStreams: Model<ByteStreams> = {
  kinds: new Set([
    'call.entered',
    'call.returned',
    'tcp.segment-sent',
    'tcp.segment-delivered',
    'tcp.segment-dropped',
    'frame.held',
    'frame.delayed',
    'message.decoded',
    'message.refused',
    'socket.buffers',
  ]),
  initial: (header) => ({
    streams: new Map(),
    travelling: new Map(),
    calls: new Map(),
    addresses: addressesOf(header),
  }),
  apply(state, event) {
    switch (event.kind) {
      case 'call.entered':
        return entered(state, event);
      case 'call.returned':
        return returned(state, event);
      case 'tcp.segment-sent':
        return {
          ...changed(state, segmentEnds(state, event), (stream) => afterSent(stream, event)),
          travelling: withEntry(state.travelling, event.frame, event),
        };
      case 'tcp.segment-delivered':
        return delivered(state, event);
      case 'tcp.segment-dropped': {
        const { seq: droppedSeq, reason, frame } = event;
        return { ...crossed(state, frame, { droppedSeq, reason }), travelling: withoutEntry(state.travelling, frame) };
      }
      case 'frame.held':
      case 'frame.delayed':
        return crossed(state, event.frame, { heldSeq: event.seq });
      case 'message.decoded': {
        const { number, first: offset, length, text, seq } = event;
        return changed(state, reversed(socketEnds(state, event.socket)), (stream) => ({
          ...stream,
          messages: withItem(stream.messages, { number, offset, length, text, seq }),
        }));
      }
      case 'message.refused': {
        const { first: offset, reason, seq } = event;
        return changed(state, reversed(socketEnds(state, event.socket)), (stream) => ({
          ...stream,
          refused: { offset, reason, seq },
        }));
      }
      case 'socket.buffers': {
        const ends = socketEnds(state, event.socket);
        const { sendBytes, receiveBytes, seq } = event;
        const counted = changed(state, ends, (stream) => afterSendCounted(stream, { bytes: sendBytes, seq }));
        return changed(counted, reversed(ends), (stream) => afterReceiveCounted(stream, { bytes: receiveBytes, seq }));
      }
      default:
        return state;
    }
  },
};

/** The stream in which a socket writes. */
export function streamWrittenBy(state: ByteStreams, socket: string): ByteStream | undefined {
  const ends = socketEnds(state, socket);
  return ends && state.streams.get(idOf(ends));
}

/** The other direction of the same connection. */
export function oppositeStream(state: ByteStreams, { id }: ByteStream): ByteStream | undefined {
  return state.streams.get(id.split('→').toReversed().join('→'));
}

const WRITES: ReadonlySet<string> = new Set(['send', 'sendall']);
const READS: ReadonlySet<string> = new Set(['recv']);

function entered(state: ByteStreams, event: EventOf<'call.entered'>): ByteStreams {
  const { actor, call, seq, socket, bytes } = event;
  const next = { ...state, calls: withEntry(state.calls, actor, event) };
  if (socket === undefined) return next;
  const ends = socketEnds(state, socket);
  if (WRITES.has(call) && bytes !== undefined)
    return changed(next, ends, (stream) => afterWriting(stream, event, bytes));
  if (READS.has(call)) {
    const reader = { actor, call, seq, ...(bytes === undefined ? {} : { asked: bytes }) };
    return changed(next, reversed(ends), (stream) => ({ ...stream, reader }));
  }
  return next;
}

function returned(state: ByteStreams, event: EventOf<'call.returned'>): ByteStreams {
  const call = state.calls.get(event.actor);
  const next = { ...state, calls: withoutEntry(state.calls, event.actor) };
  const socket = event.socket ?? call?.socket;
  if (socket === undefined) return next;
  const ends = socketEnds(state, socket);
  if (WRITES.has(event.call))
    return changed(next, ends, (stream) => afterWritten(stream, event, call?.seq ?? event.cause ?? -1));
  if (READS.has(event.call)) return changed(next, reversed(ends), (stream) => afterReading(stream, event, call?.bytes));
  return next;
}

function delivered(state: ByteStreams, event: EventOf<'tcp.segment-delivered'>): ByteStreams {
  const segment = state.travelling.get(event.frame);
  if (!segment) return state;
  const ends = segmentEnds(state, segment);
  const arrived = crossed(state, event.frame, { deliveredSeq: event.seq });
  const acknowledged = segment.flags.split(',').includes('ACK')
    ? changed(arrived, reversed(ends), (stream) => afterAcknowledged(stream, segment.acknowledgment))
    : arrived;
  return { ...acknowledged, travelling: withoutEntry(state.travelling, event.frame) };
}

function crossed(state: ByteStreams, frame: number, news: Parameters<typeof afterCrossing>[2]): ByteStreams {
  const segment = state.travelling.get(frame);
  // What carries no bytes is not in the stream: looking for it would go through all of it.
  return segment && segment.length > 0
    ? changed(state, segmentEnds(state, segment), (stream) => afterCrossing(stream, frame, news))
    : state;
}

/** Both ends of a stream: hosts, and their addresses with ports. */
interface Ends {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly destination: string;
}

function changed(state: ByteStreams, ends: Ends | undefined, change: (stream: ByteStream) => ByteStream): ByteStreams {
  if (!ends) return state;
  const id = idOf(ends);
  const before = state.streams.get(id) ?? emptyStream(id, ends.from, ends.to);
  const after = change(before);
  return after === state.streams.get(id) ? state : { ...state, streams: withEntry(state.streams, id, after) };
}

function idOf({ source, destination }: Ends): string {
  return `${source}→${destination}`;
}

function reversed(ends: Ends | undefined): Ends | undefined {
  return ends && { from: ends.to, to: ends.from, source: ends.destination, destination: ends.source };
}

function segmentEnds({ addresses }: ByteStreams, segment: Segment): Ends {
  const { from, to, sourcePort, destinationPort } = segment;
  return {
    from,
    to,
    source: `${addresses.get(from) ?? from}:${sourcePort}`,
    destination: `${addresses.get(to) ?? to}:${destinationPort}`,
  };
}

/** Undefined for the name of a socket that is not connected. */
function socketEnds({ addresses }: ByteStreams, socket: string): Ends | undefined {
  const match = /^(.+):(\d+)→(.+):(\d+)$/.exec(socket);
  if (!match) return undefined;
  const [, from, port, remote, remotePort] = match as unknown as [string, string, string, string, string];
  const others = [...addresses].filter(([host, address]) => address === remote && host !== from);
  return {
    from,
    to: others[0]?.[0] ?? remote,
    source: `${addresses.get(from) ?? from}:${port}`,
    destination: `${remote}:${remotePort}`,
  };
}

function addressesOf({ actors, reality }: Header): ReadonlyMap<string, string> {
  const planned = actors.flatMap(({ host, address }) =>
    host === undefined || address === undefined ? [] : [[host, address] as const],
  );
  return new Map([...planned, ...Object.entries(reality.addresses ?? {})]);
}

// What the kernels hold at a cursor: the numbers are the kernel's own, the letters come from the captured segments.
import { decodeFrame, hexToBytes, tcpOf } from '@lockstep/packet';
import { type EventOf, hostOf, type Model, type TcpConnections } from '@lockstep/trace';
import type { Crossing } from './crossings.ts';

/** What one socket holds, by the kernel's last word. */
export interface SocketBuffers {
  readonly sendBytes: number;
  readonly receiveBytes: number;
  /** `seq` of that word. */
  readonly seq: number;
}

/** One host's kernel. Numbers are undefined until the kernel has told them. */
export interface KernelBuffers {
  /** In the order in which they were told of last. */
  readonly sockets: ReadonlyMap<string, SocketBuffers>;
  readonly waiting?: number;
  readonly limit?: number;
}

/** The last word of each host's kernel. */
export const kernelBuffers: Model<ReadonlyMap<string, KernelBuffers>> = {
  initial: () => new Map(),
  apply(state, event) {
    if (event.kind !== 'socket.buffers' && event.kind !== 'socket.accept-queue') return state;
    const host = hostOf(event.actor);
    const before = state.get(host) ?? { sockets: new Map() };
    if (event.kind === 'socket.accept-queue')
      return new Map(state).set(host, { ...before, waiting: event.waiting, limit: event.limit });
    const sockets = new Map(before.sockets);
    sockets.delete(event.socket);
    sockets.set(event.socket, { sendBytes: event.sendBytes, receiveBytes: event.receiveBytes, seq: event.seq });
    return new Map(state).set(host, { ...before, sockets });
  },
};

/** The socket of this connection, or where it is not known which that is, the one that was told of last. */
export function buffersOf(
  kernel: KernelBuffers | undefined,
  connections: TcpConnections,
  connection: number,
): SocketBuffers | undefined {
  const all = [...(kernel?.sockets.values() ?? [])];
  return (
    all.findLast(({ seq }) => connections.of[seq] === connection) ??
    all.findLast(({ seq }) => connection === 0 || connections.of[seq] === 0)
  );
}

/** One byte of a buffer. */
export interface Cell {
  /** Undefined where no captured segment has shown the byte. */
  readonly byte?: number;
  /** In a send buffer: it has been sent, and only the acknowledgment is missing. */
  readonly sent: boolean;
}

/** One direction of a connection, and how far it is looked at. */
export interface Direction {
  readonly from: string;
  readonly connection: number;
  readonly cursor: number;
}

type Segment = EventOf<'tcp.segment-sent'>;

/** The last `count` bytes of what the peer's segments brought: those that nobody has read; the first `most` of them. */
export function receiveCells(
  crossings: readonly Crossing[],
  direction: Direction,
  count: number,
  most: number,
): readonly Cell[] {
  const arrived = segmentsOf(
    crossings,
    direction,
    ({ deliveredSeq }) => (deliveredSeq ?? direction.cursor) < direction.cursor,
  );
  const start = arrived[0]?.sequence ?? 0;
  const end = Math.max(0, ...arrived.map((segment) => ((segment.sequence - start) | 0) + segment.length));
  return cellsFrom(arrived, start, Math.max(0, end - count), Math.min(count, most), end);
}

/**
 * The bytes that were written and are not yet acknowledged, the first `most` of `count`. A FIN counts as one for the
 * kernel; it has no letter.
 */
export function sendCells(
  crossings: readonly Crossing[],
  direction: Direction,
  count: number,
  most: number,
): readonly Cell[] {
  const { from, connection, cursor } = direction;
  const sent = segmentsOf(crossings, direction, (crossing) => crossing.sent.seq < cursor);
  const start = sent[0]?.sequence ?? 0;
  const end = Math.max(0, ...sent.map((segment) => ((segment.sequence - start) | 0) + segment.length));
  let acknowledged = 0;
  for (const { sent: answer, connection: of, deliveredSeq } of crossings)
    if (
      answer.kind === 'tcp.segment-sent' &&
      answer.to === from &&
      of === connection &&
      answer.flags.includes('ACK') &&
      (deliveredSeq ?? cursor) < cursor
    )
      acknowledged = Math.max(acknowledged, (answer.acknowledgment - start) | 0);
  return cellsFrom(sent, start, Math.min(end, acknowledged), Math.min(count, most), end);
}

/** The segments with data of one direction that satisfy `test`. */
function segmentsOf(
  crossings: readonly Crossing[],
  { from, connection }: Direction,
  test: (crossing: Crossing) => boolean,
): readonly Segment[] {
  return crossings.flatMap((crossing) => {
    const { sent } = crossing;
    const isOurs = sent.kind === 'tcp.segment-sent' && sent.from === from && crossing.connection === connection;
    return isOurs && sent.length > 0 && test(crossing) ? [sent] : [];
  });
}

/** Cells for `count` bytes of the stream from `first` on; beyond `end` nothing was sent yet. */
function cellsFrom(
  segments: readonly Segment[],
  start: number,
  first: number,
  count: number,
  end: number,
): readonly Cell[] {
  const bytes: (number | undefined)[] = Array.from({ length: count });
  for (const segment of segments) {
    const at = (segment.sequence - start) | 0;
    if (at + segment.length <= first || at >= first + count) continue;
    for (const [index, byte] of payloadOf(segment).entries()) {
      const place = at + index - first;
      if (place >= 0 && place < count) bytes[place] = byte;
    }
  }
  return bytes.map((byte, index) => {
    const sent = first + index < end;
    return byte === undefined ? { sent } : { byte, sent };
  });
}

const payloads = new WeakMap<Segment, Uint8Array>();

/** The bytes that a segment carries. */
function payloadOf(segment: Segment): Uint8Array {
  const known = payloads.get(segment);
  if (known) return known;
  const frame = decodeFrame(hexToBytes(segment.bytes));
  const tcp = tcpOf(frame);
  const payload = tcp
    ? frame.bytes.subarray(tcp.payloadOffset, tcp.payloadOffset + tcp.payloadLength)
    : new Uint8Array();
  payloads.set(segment, payload);
  return payload;
}

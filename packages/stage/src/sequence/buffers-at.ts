// What the kernels hold at a cursor: the numbers are the kernel's own, the letters come from the captured segments.
import { decodeFrame, hexToBytes, tcpOf } from '@lockstep/packet';
import type { EventOf, Model, Trace } from '@lockstep/trace';
import type { Crossing } from './crossings.ts';
import { hostOf } from './state-marks.ts';

/** One host's kernel. Numbers are undefined until the kernel has told them. */
export interface KernelBuffers {
  readonly sendBytes?: number;
  readonly receiveBytes?: number;
  readonly waiting?: number;
  readonly limit?: number;
}

/** The last word of each host's kernel. */
export const kernelBuffers: Model<ReadonlyMap<string, KernelBuffers>> = {
  initial: () => new Map(),
  apply(state, event) {
    switch (event.kind) {
      case 'socket.buffers':
        return told(state, event, { sendBytes: event.sendBytes, receiveBytes: event.receiveBytes });
      case 'socket.accept-queue':
        return told(state, event, { waiting: event.waiting, limit: event.limit });
      default:
        return state;
    }
  },
};

function told(
  state: ReadonlyMap<string, KernelBuffers>,
  event: EventOf<'socket.buffers' | 'socket.accept-queue'>,
  news: KernelBuffers,
): ReadonlyMap<string, KernelBuffers> {
  const host = hostOf(event.actor);
  return new Map(state).set(host, { ...state.get(host), ...news });
}

/** One byte of a buffer. */
export interface Cell {
  /** Undefined where no captured segment has shown the byte. */
  readonly byte?: number;
  /** In a send buffer: it has been sent, and only the acknowledgment is missing. */
  readonly sent: boolean;
}

/** Bytes of one direction's stream that the cable has carried by now, in order, without repetitions. */
interface Carried {
  /** Sequence number of the first of them. */
  readonly start: number;
  readonly bytes: readonly number[];
}

function carriedBy(crossings: readonly Crossing[], from: string, cursor: number, delivered: boolean): Carried {
  const bytes: number[] = [];
  let start: number | undefined;
  for (const crossing of crossings) {
    const { sent } = crossing;
    if (sent.kind !== 'tcp.segment-sent' || sent.from !== from || sent.length === 0) continue;
    if ((delivered ? (crossing.deliveredSeq ?? cursor) : sent.seq) >= cursor) continue;
    start ??= sent.sequence;
    const at = (sent.sequence - start) >>> 0;
    for (const [index, byte] of payloadOf(sent).entries()) bytes[at + index] = byte;
  }
  return { start: start ?? 0, bytes };
}

/** The bytes that a segment carries. */
function payloadOf(segment: EventOf<'tcp.segment-sent'>): readonly number[] {
  const frame = decodeFrame(hexToBytes(segment.bytes));
  const tcp = tcpOf(frame);
  return tcp ? [...frame.bytes.subarray(tcp.payloadOffset, tcp.payloadOffset + tcp.payloadLength)] : [];
}

/** The last `count` bytes of what the peer's segments brought: those that nobody has read. */
export function receiveCells(
  crossings: readonly Crossing[],
  peer: string,
  cursor: number,
  count: number,
): readonly Cell[] {
  const { bytes } = carriedBy(crossings, peer, cursor, true);
  return cellsOf(bytes.slice(Math.max(0, bytes.length - count)), count, true);
}

/** The bytes that were written and are not yet acknowledged. A FIN counts as one for the kernel; it has no letter. */
export function sendCells(
  trace: Trace,
  crossings: readonly Crossing[],
  host: string,
  cursor: number,
  count: number,
): readonly Cell[] {
  const { start, bytes } = carriedBy(crossings, host, cursor, false);
  const acknowledged = acknowledgedBy(trace, crossings, host, cursor);
  const from =
    acknowledged === undefined || bytes.length === 0 ? 0 : Math.min(bytes.length, (acknowledged - start) | 0);
  const waiting = bytes.slice(Math.max(0, from));
  return cellsOf(waiting.slice(0, count), count, true).map((cell, index) => ({
    ...cell,
    sent: index < waiting.length,
  }));
}

/** The highest acknowledgment that has arrived at this host. */
function acknowledgedBy(
  trace: Trace,
  crossings: readonly Crossing[],
  host: string,
  cursor: number,
): number | undefined {
  const last = crossings.findLast(
    ({ sent, deliveredSeq }) =>
      sent.kind === 'tcp.segment-sent' &&
      sent.to === host &&
      sent.flags.includes('ACK') &&
      deliveredSeq !== undefined &&
      deliveredSeq < cursor,
  );
  return last ? (trace.event(last.sent.seq) as EventOf<'tcp.segment-sent'>).acknowledgment : undefined;
}

function cellsOf(bytes: readonly (number | undefined)[], count: number, sent: boolean): readonly Cell[] {
  return Array.from({ length: count }, (_, index) => {
    const byte = bytes[index];
    return byte === undefined ? { sent: false } : { byte, sent };
  });
}

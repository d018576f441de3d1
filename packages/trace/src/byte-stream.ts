// One direction of a TCP connection as what it is: a row of bytes, counted from 0. Programs write and read stretches of
// it, the kernel cuts it into segments, and none of the three knows of the others' cuts.
import type { EventOf } from './event.ts';
import { type List, withItem, withItemAt } from './list.ts';
import { type Span, unbrokenTo, withSpan } from './spans.ts';

/** Bytes that a program gave its kernel by one call. Positions count from 0; `seq`s are places in the trace. */
export interface StreamWrite {
  /** Counts from 1. */
  readonly number: number;
  readonly actor: string;
  readonly call: string;
  readonly offset: number;
  /** Bytes offered while the call lasts, afterwards those that the kernel took. */
  readonly length: number;
  readonly offered: number;
  readonly seq: number;
  readonly returnedSeq?: number;
}

/** Bytes on their way over the cable. */
export interface StreamSegment {
  readonly frame: number;
  readonly offset: number;
  readonly length: number;
  readonly seq: number;
  /** All its bytes had been sent before. */
  readonly isAgain: boolean;
  readonly deliveredSeq?: number;
  readonly droppedSeq?: number;
  /** Why it was dropped, as the cable said it. */
  readonly reason?: string;
  /** The cable holds it back or delays it. */
  readonly heldSeq?: number;
}

/** Bytes that a program got by one call. */
export interface StreamRead {
  /** Counts from 1. */
  readonly number: number;
  readonly actor: string;
  readonly call: string;
  readonly offset: number;
  readonly length: number;
  /** The most it would have taken; undefined where the call did not tell. */
  readonly asked?: number;
  /** Of its return. */
  readonly seq: number;
}

/** A program inside a call that reads. */
export interface StreamReader {
  readonly actor: string;
  readonly call: string;
  readonly asked?: number;
  readonly seq: number;
}

/** A stretch that a program took for one message. */
export interface StreamMessage {
  readonly number: number;
  readonly offset: number;
  readonly length: number;
  readonly text: string;
  readonly seq: number;
}

/**
 * One direction of a connection at a cursor. All numbers of bytes are derived from segments and calls, except
 * `sendCount` and `receiveCount`, the kernels' own.
 */
export interface ByteStream {
  /** `10.0.0.1:40022→10.0.0.2:9000`, the writing end first. */
  readonly id: string;
  /** Host that writes. */
  readonly from: string;
  /** Host that reads. */
  readonly to: string;
  readonly writes: List<StreamWrite>;
  readonly segments: List<StreamSegment>;
  readonly reads: List<StreamRead>;
  readonly messages: List<StreamMessage>;
  /** From `offset` on the reading program saw no message. */
  readonly refused?: { readonly offset: number; readonly reason: string; readonly seq: number };
  /** Who waits in a call that reads, or is about to return from it. */
  readonly reader?: StreamReader;
  /** Sequence number of position 0 (RFC 9293: one after the SYN's), once it was seen. */
  readonly base?: number;
  /** The kernel has taken the bytes before this position. */
  readonly handed: number;
  /** The bytes before this position were on the cable at least once. */
  readonly sent: number;
  /** The sender knows that the bytes before this position have arrived. */
  readonly acknowledged: number;
  /** What has arrived, in order of position; holes between. */
  readonly arrived: readonly Span[];
  /** Programs have read the bytes before this position. */
  readonly read: number;
  /** The writer has said that nothing follows; the reader has been told so. */
  readonly finSeq?: number;
  readonly endReadSeq?: number;
  /** The writing kernel's word: unsent and unacknowledged; a FIN counts as one. */
  readonly sendCount?: KernelCount;
  /** The reading kernel's word: arrived in order, unread. */
  readonly receiveCount?: KernelCount;
}

/** What a kernel said of one of its buffers, and when. It is asked now and then, so it may be of some steps ago. */
export interface KernelCount {
  readonly bytes: number;
  readonly seq: number;
}

export type Segment = EventOf<'tcp.segment-sent'>;

export function emptyStream(id: string, from: string, to: string): ByteStream {
  return {
    id,
    from,
    to,
    writes: [],
    segments: [],
    reads: [],
    messages: [],
    handed: 0,
    sent: 0,
    acknowledged: 0,
    arrived: [],
    read: 0,
  };
}

/** Up to where the receiver has everything. */
export function arrivedInOrder(stream: ByteStream): number {
  return unbrokenTo(stream.arrived);
}

/** The position after the last byte that anybody has spoken of. */
export function streamEnd({ writes, handed, sent, arrived, read }: ByteStream): number {
  const last = writes.at(-1);
  return Math.max(handed, sent, read, arrived.at(-1)?.to ?? 0, last ? last.offset + last.length : 0);
}

export function afterWriting(stream: ByteStream, event: EventOf<'call.entered'>, bytes: number): ByteStream {
  const last = stream.writes.at(-1);
  const write: StreamWrite = {
    number: stream.writes.length + 1,
    actor: event.actor,
    call: event.call,
    offset: last ? last.offset + last.length : 0,
    length: bytes,
    offered: bytes,
    seq: event.seq,
  };
  return { ...stream, writes: withItem(stream.writes, write) };
}

/** The kernel says how much it took; after an error, what it has sent of it is all that is known. */
export function afterWritten(stream: ByteStream, event: EventOf<'call.returned'>, enteredSeq: number): ByteStream {
  const index = stream.writes.findLastIndex(({ seq }) => seq === enteredSeq);
  const write = index < 0 ? undefined : stream.writes.at(index);
  if (!write) return stream;
  const onCable = Math.max(0, stream.sent - write.offset);
  const taken = event.bytes ?? (event.error === undefined ? write.offered : onCable);
  const done: StreamWrite = { ...write, length: Math.min(taken, write.offered), returnedSeq: event.seq };
  return {
    ...stream,
    writes: withItemAt(stream.writes, index, done),
    handed: Math.max(stream.handed, done.offset + done.length),
  };
}

export function afterReading(
  stream: ByteStream,
  event: EventOf<'call.returned'>,
  asked: number | undefined,
): ByteStream {
  const { reader: _, ...idle } = stream;
  const length = event.bytes;
  if (length === undefined || event.error !== undefined) return idle;
  if (length === 0) return asked === 0 ? idle : { ...idle, endReadSeq: event.seq };
  const read: StreamRead = {
    number: stream.reads.length + 1,
    actor: event.actor,
    call: event.call,
    offset: stream.read,
    length,
    ...(asked === undefined ? {} : { asked }),
    seq: event.seq,
  };
  const to = stream.read + length;
  return {
    ...idle,
    reads: withItem(stream.reads, read),
    read: to,
    arrived: withSpan(stream.arrived, { from: 0, to }),
  };
}

export function afterSent(stream: ByteStream, segment: Segment): ByteStream {
  const flags = segment.flags.split(',');
  const dataSequence = (segment.sequence + (flags.includes('SYN') ? 1 : 0)) >>> 0;
  if (segment.length === 0 && !flags.includes('SYN') && !flags.includes('FIN')) return stream;
  const based: ByteStream = stream.base === undefined ? { ...stream, base: dataSequence } : stream;
  const closing = flags.includes('FIN') && based.finSeq === undefined ? { ...based, finSeq: segment.seq } : based;
  if (segment.length === 0) return closing;
  const offset = positionOf(closing, dataSequence, closing.sent);
  const end = offset + segment.length;
  const one: StreamSegment = {
    frame: segment.frame,
    offset,
    length: segment.length,
    seq: segment.seq,
    isAgain: end <= closing.sent,
  };
  return {
    ...closing,
    segments: withItem(closing.segments, one),
    sent: Math.max(closing.sent, end),
    handed: Math.max(closing.handed, end),
  };
}

/** What became of a segment. */
export function afterCrossing(
  stream: ByteStream,
  frame: number,
  news: Partial<Pick<StreamSegment, 'deliveredSeq' | 'droppedSeq' | 'reason' | 'heldSeq'>>,
): ByteStream {
  const index = stream.segments.findLastIndex((one) => one.frame === frame);
  const segment = index < 0 ? undefined : stream.segments.at(index);
  if (!segment) return stream;
  const segments = withItemAt(stream.segments, index, { ...segment, ...news });
  if (news.deliveredSeq === undefined) return { ...stream, segments };
  const span = { from: segment.offset, to: segment.offset + segment.length };
  return { ...stream, segments, arrived: withSpan(stream.arrived, span) };
}

/** An acknowledgment has come back. A FIN has a number too, but it is no byte of the stream. */
export function afterAcknowledged(stream: ByteStream, acknowledgment: number): ByteStream {
  if (stream.base === undefined) return stream;
  const position = Math.min(stream.sent, positionOf(stream, acknowledgment, stream.acknowledged));
  return position > stream.acknowledged ? { ...stream, acknowledged: position } : stream;
}

/**
 * The writing kernel has counted its send buffer. While a call that writes lasts, that tells how much of it was taken;
 * without captured segments it is all there is to tell what has arrived.
 */
export function afterSendCounted(stream: ByteStream, { bytes, seq }: KernelCount): ByteStream {
  if (stream.sendCount?.bytes === bytes) return stream;
  const write = stream.writes.at(-1);
  const offered = write && write.returnedSeq === undefined ? write.offset + write.length : 0;
  const handed = Math.max(stream.handed, Math.min(offered, stream.acknowledged + bytes));
  const acknowledged = stream.base === undefined ? Math.max(stream.acknowledged, handed - bytes) : stream.acknowledged;
  return { ...stream, sendCount: { bytes, seq }, handed, acknowledged };
}

/** The reading kernel has counted its receive buffer; without captured segments that tells what has arrived. */
export function afterReceiveCounted(stream: ByteStream, { bytes, seq }: KernelCount): ByteStream {
  if (stream.receiveCount?.bytes === bytes) return stream;
  const counted = { ...stream, receiveCount: { bytes, seq } };
  if (stream.base !== undefined) return counted;
  const to = Math.min(stream.read + bytes, Math.max(stream.handed, stream.read));
  return { ...counted, arrived: withSpan(stream.arrived, { from: 0, to }) };
}

/** Position of a sequence number: it wraps at 2^32, so it is taken as the one nearest to a known position. */
function positionOf({ base = 0 }: ByteStream, sequence: number, near: number): number {
  return near + ((sequence - base - near) | 0);
}

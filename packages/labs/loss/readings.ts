// What this lab asks of a run: what the cable lost, what was sent again and why, what the receiver answered meanwhile.
import { arrivalOf, eventsOf, findOf, findSegment, hasFlag, returnsOf, type SegmentSent } from '@lockstep/lab';
import { type EventOf, retransmissionsOf, type Trace } from '@lockstep/trace';

type Delivered = EventOf<'tcp.segment-delivered'>;

export const BLOCK_BYTES = 1000;
const LETTERS = 'ABCDEFGHIJKL';

/** Why a kernel sends again: answers told of a hole, a timer ran out, or it probes the tail (RFC 8985 §7). */
export type Reason = 'answers' | 'timeout' | 'probe';

export interface Repeat {
  readonly again: SegmentSent;
  /** The sending before it of the same bytes. */
  readonly original: SegmentSent;
  /** As the kernel itself counted it; undefined: it did not tell. */
  readonly reason: Reason | undefined;
}

const REASONS: Readonly<Record<string, Reason>> = {
  'TcpExt.TCPFastRetrans': 'answers',
  'TcpExt.TCPTimeouts': 'timeout',
  'TcpExt.TCPLossProbes': 'probe',
};

/** What the client's kernel sent again, in order. */
export function repeats(trace: Trace): readonly Repeat[] {
  const counted = eventsOf(trace, 'kernel.counted').filter(
    ({ actor, counter }) => actor === 'client.kernel' && REASONS[counter] !== undefined,
  );
  let reason: Reason | undefined;
  let told = -1;
  return retransmissionsOf(trace, trace.length).flatMap(({ again, of }) => {
    const [segment, original] = [trace.event(again) as SegmentSent, trace.event(of) as SegmentSent];
    if (segment.from !== 'client') return [];
    const news = counted.find(({ seq }) => seq > told && seq < again);
    // One more segment of the same repair is not always counted anew.
    if (news) [reason, told] = [REASONS[news.counter], news.seq];
    return [{ again: segment, original, reason }];
  });
}

/** Everything that never reached its receiver. */
export function losses(trace: Trace): readonly EventOf<'tcp.segment-dropped'>[] {
  return eventsOf(trace, 'tcp.segment-dropped');
}

/** The segment that an event of the cable or an arrival is about. */
export function segmentOf(trace: Trace, { frame }: { readonly frame: number }): SegmentSent | undefined {
  return findSegment(trace, (segment) => segment.frame === frame);
}

/** The first repetition of something that the cable had lost. */
export function repair(trace: Trace): Repeat | undefined {
  const lost = new Set(losses(trace).map(({ frame }) => frame));
  return repeats(trace).find(({ original }) => lost.has(original.frame));
}

/** The block that a data segment of the client carries: `B`; undefined: none, or parts of two. */
export function blockOf(trace: Trace, segment: SegmentSent): string | undefined {
  if (segment.from !== 'client' || segment.length !== BLOCK_BYTES) return undefined;
  const place = (segment.sequence - firstNumber(trace)) >>> 0;
  return place % BLOCK_BYTES === 0 ? LETTERS[place / BLOCK_BYTES] : undefined;
}

/** The block that the server’s kernel waits for, when it acknowledges so far; undefined: it has all, or part of one. */
export function awaitedBy(trace: Trace, { acknowledgment }: SegmentSent): string | undefined {
  const place = (acknowledgment - firstNumber(trace)) >>> 0;
  const blocks = Number(trace.header.knobs['blocks']);
  return place % BLOCK_BYTES === 0 ? LETTERS.slice(0, blocks)[place / BLOCK_BYTES] : undefined;
}

/** Sequence number of the client's first byte. */
function firstNumber(trace: Trace): number {
  const syn = findSegment(trace, ({ from, flags }) => from === 'client' && flags === 'SYN');
  return ((syn?.sequence ?? 0) + 1) >>> 0;
}

/** A block that reached the server while an earlier one was missing. */
export interface Early {
  readonly arrival: Delivered;
  readonly segment: SegmentSent;
  /** What the server's kernel then said. */
  readonly answer: SegmentSent | undefined;
}

/** All arrivals beyond a hole, in order. */
export function early(trace: Trace): readonly Early[] {
  const arrived = new Map<number, number>();
  let awaited = firstNumber(trace);
  return eventsOf(trace, 'tcp.segment-delivered').flatMap((arrival) => {
    const segment = segmentOf(trace, arrival);
    if (segment?.from !== 'client' || segment.length === 0) return [];
    const isEarly = ((segment.sequence - awaited) | 0) > 0;
    arrived.set(segment.sequence, segment.length);
    for (let length = arrived.get(awaited); length !== undefined; length = arrived.get(awaited))
      awaited = (awaited + length) >>> 0;
    if (!isEarly) return [];
    return [{ arrival, segment, answer: findSegment(trace, ({ from }) => from === 'server', arrival.seq) }];
  });
}

/** ACKs of the server that say nothing new: duplicates of one before. */
export function duplicateAcks(trace: Trace): readonly SegmentSent[] {
  let highest: number | undefined;
  return serverAcks(trace).filter(({ acknowledgment, length, flags }) => {
    const isNew = highest === undefined || ((acknowledgment - highest) | 0) > 0;
    if (isNew) highest = acknowledgment;
    return !isNew && length === 0 && flags === 'ACK';
  });
}

/** An ACK, and how many segments with data it is the first to acknowledge. */
export interface Coverage {
  readonly ack: SegmentSent;
  readonly segments: number;
}

export function coverages(trace: Trace): readonly Coverage[] {
  let highest = firstNumber(trace);
  const seen = new Map<number, number>();
  return eventsOf(trace, 'tcp.segment-sent').flatMap((segment) => {
    if (segment.from === 'client' && segment.length > 0) seen.set(segment.sequence, segment.length);
    if (segment.from !== 'server' || !hasFlag(segment, 'ACK')) return [];
    const before = highest;
    if (((segment.acknowledgment - before) | 0) <= 0) return [];
    highest = segment.acknowledgment;
    const isCovered = (sequence: number): boolean =>
      ((sequence - before) | 0) >= 0 && ((sequence - segment.acknowledgment) | 0) < 0;
    const segments = [...seen.keys()].filter(isCovered).length;
    return segments > 0 ? [{ ack: segment, segments }] : [];
  });
}

function serverAcks(trace: Trace): readonly SegmentSent[] {
  return eventsOf(trace, 'tcp.segment-sent').filter((segment) => segment.from === 'server' && hasFlag(segment, 'ACK'));
}

/** An ACK without data that never arrived. */
export function lostAck(trace: Trace): EventOf<'tcp.segment-dropped'> | undefined {
  return losses(trace).find((event) => {
    const segment = segmentOf(trace, event);
    return segment?.from === 'server' && segment.flags === 'ACK' && segment.length === 0;
  });
}

/** Takes of the server's program that brought bytes, in order. */
export function reads(trace: Trace): readonly EventOf<'call.returned'>[] {
  return returnsOf(trace, 'recv', 'server').filter(({ bytes = 0 }) => bytes > 0);
}

/** The server's own count of what it read, in the order in which it read it. */
export function countRead(trace: Trace): EventOf<'text.printed'> | undefined {
  return findOf(trace, 'text.printed', ({ actor }) => actor === 'server');
}

/** Whether that is every block once, in order. */
export function isWhole(trace: Trace): boolean {
  const blocks = Array.from(LETTERS.slice(0, Number(trace.header.knobs['blocks'])));
  return countRead(trace)?.text.trim() === blocks.map((letter) => `${BLOCK_BYTES} ${letter}`).join(' ');
}

/** The repair has arrived. */
export function repaired(trace: Trace): Delivered | undefined {
  const first = repair(trace);
  return first && arrivalOf(trace, first.again.frame);
}

/** What the cable did beside losing. */
export const doubled = (trace: Trace) => findOf(trace, 'frame.duplicated', () => true);
export const held = (trace: Trace) => findOf(trace, 'frame.held', () => true);

// What this lab asks of a run: which small segments had to wait, for which ACK, and how long an answer took.
import { arrivalOf, eventsOf, findOf, findSegment, hasFlag, returnsOf, type SegmentSent } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

type Entered = EventOf<'call.entered'>;
type Returned = EventOf<'call.returned'>;

/** The client's writes, each with its return. */
interface Write {
  readonly entered: Entered;
  readonly returned: Returned;
}

export function writes(trace: Trace): readonly Write[] {
  return eventsOf(trace, 'call.entered')
    .filter(({ actor, call }) => actor === 'client' && call === 'sendall')
    .flatMap((entered) => {
      const returned = findOf(trace, 'call.returned', ({ cause }) => cause === entered.seq, entered.seq);
      return returned ? [{ entered, returned }] : [];
    });
}

/** Segments of the client that carry data, in order. */
export function dataSegments(trace: Trace): readonly SegmentSent[] {
  return eventsOf(trace, 'tcp.segment-sent').filter(({ from, length }) => from === 'client' && length > 0);
}

/** A segment that left only when an ACK had come. */
export interface HeldBack {
  readonly segment: SegmentSent;
  /** The write whose bytes it begins with; it had returned already. */
  readonly write: Write;
  /** The ACK, on its way and arriving. */
  readonly ack: SegmentSent;
  readonly arrival: EventOf<'tcp.segment-delivered'>;
  /** What the ACK is about: the small segment before. */
  readonly before: SegmentSent;
}

/** All that Nagle's algorithm held back: the kernel itself says that an arrival, not a call, made it leave. */
export function heldBack(trace: Trace): readonly HeldBack[] {
  const segments = dataSegments(trace);
  return segments.flatMap((segment, index) => {
    const before = segments[index - 1];
    const arrival = segment.cause === undefined ? undefined : trace.event(segment.cause);
    if (!before || arrival?.kind !== 'tcp.segment-delivered') return [];
    const ack = findSegment(trace, ({ frame }) => frame === arrival.frame);
    const write = writeOf(trace, segment);
    return ack?.from === 'server' && write && write.returned.seq < segment.seq
      ? [{ segment, write, ack, arrival, before }]
      : [];
  });
}

/** The write that gave the first byte of a segment. */
function writeOf(trace: Trace, { sequence }: SegmentSent): Write | undefined {
  const first = dataSegments(trace)[0];
  if (!first) return undefined;
  const place = (sequence - first.sequence) >>> 0;
  let end = 0;
  return writes(trace).find(({ entered }) => (end += entered.bytes ?? 0) > place);
}

/** A small segment that left although the one before it was not acknowledged. */
export function atOnce(trace: Trace): SegmentSent | undefined {
  const segments = dataSegments(trace);
  return segments.find((segment, index) => {
    const before = segments[index - 1];
    return before !== undefined && !isAcknowledged(trace, before, segment.seq);
  });
}

/** Whether an ACK for all of a segment had arrived at its sender before this step. */
export function isAcknowledged(trace: Trace, { sequence, length }: SegmentSent, seq: number): boolean {
  return eventsOf(trace, 'tcp.segment-sent').some((ack) => {
    if (ack.from !== 'server' || !hasFlag(ack, 'ACK') || ((ack.acknowledgment - (sequence + length)) | 0) < 0)
      return false;
    const arrival = arrivalOf(trace, ack.frame);
    return arrival !== undefined && arrival.seq < seq;
  });
}

/** A message: from its first write to the answer. */
export interface Round {
  readonly first: Entered;
  readonly answer: Returned;
  readonly segments: number;
}

export function rounds(trace: Trace): readonly Round[] {
  const written = writes(trace);
  let from = 0;
  return returnsOf(trace, 'recv', 'client').flatMap((answer) => {
    const first = written.find(({ entered }) => entered.seq > from && entered.seq < answer.seq)?.entered;
    if (!first) return [];
    from = answer.seq;
    const segments = dataSegments(trace).filter(({ seq }) => seq > first.seq && seq < answer.seq).length;
    return [{ first, answer, segments }];
  });
}

/** In milliseconds, as measured in this very run. */
export function latencyMs({ first, answer }: Round): number {
  return Math.round((answer.at - first.at) / 1000);
}

/** How long the receiver's kernel kept an ACK for itself, in milliseconds. */
export function ackAfterMs(trace: Trace, { before, ack }: HeldBack): number {
  const arrival = arrivalOf(trace, before.frame);
  return arrival ? Math.round((ack.at - arrival.at) / 1000) : 0;
}

// Which segment repeats which earlier one. Nothing on the wire says so (RFC 9293 §3.8.1): it is read off the numbers. A
// segment that takes up sequence space (SYN, FIN, data) which its sender has used before is sent again.
import type { EventOf } from './event.ts';
import type { Trace } from './trace.ts';

/** One segment sent once more. */
export interface Retransmission {
  /** `seq` of the repetition. */
  readonly again: number;
  /** `seq` of the sending before it of the same bytes: the original, or its last repetition. */
  readonly of: number;
  /** Between the two. */
  readonly afterUs: number;
}

type Segment = EventOf<'tcp.segment-sent'>;

/** What one end of a connection has sent so far. */
interface Stream {
  initial: number | undefined;
  /** Sequence number after the highest that was sent. */
  next: number;
  readonly sent: Segment[];
}

/** All repetitions among the first `length` events, in order. */
export function retransmissionsOf(trace: Trace, length: number): readonly Retransmission[] {
  const found: Retransmission[] = [];
  const streams = new Map<string, Stream>();
  for (let seq = 0; seq < length; seq++) {
    if (trace.kindAt(seq) !== 'tcp.segment-sent') continue;
    const segment = trace.event(seq) as Segment;
    const space = sequenceSpaceOf(segment);
    if (space === 0) continue;
    const isOpening = hasFlag(segment, 'SYN');
    const key = `${segment.from}:${segment.sourcePort}>${segment.to}:${segment.destinationPort}`;
    let stream = streams.get(key);
    if (!stream || (isOpening && stream.initial !== segment.sequence)) {
      stream = { initial: isOpening ? segment.sequence : undefined, next: segment.sequence, sent: [] };
      streams.set(key, stream);
    }
    if (distance(stream.next, segment.sequence) < 0) {
      const earlier = stream.sent.findLast((one) => overlaps(one, segment));
      if (earlier) found.push({ again: seq, of: earlier.seq, afterUs: segment.at - earlier.at });
    }
    stream.sent.push(segment);
    const end = (segment.sequence + space) >>> 0;
    if (distance(stream.next, end) > 0) stream.next = end;
  }
  return found;
}

/** Sequence numbers that a segment takes up: its bytes, and one each for SYN and FIN. */
export function sequenceSpaceOf(segment: Pick<Segment, 'flags' | 'length'>): number {
  return segment.length + (hasFlag(segment, 'SYN') ? 1 : 0) + (hasFlag(segment, 'FIN') ? 1 : 0);
}

function overlaps(one: Segment, other: Segment): boolean {
  return (
    distance(one.sequence, other.sequence + sequenceSpaceOf(other)) > 0 &&
    distance(other.sequence, one.sequence + sequenceSpaceOf(one)) > 0
  );
}

/** How far `to` lies after `from`, in numbers that wrap at 2³² (RFC 9293 §3.4). */
function distance(from: number, to: number): number {
  return (to - from) | 0;
}

function hasFlag(segment: Pick<Segment, 'flags'>, flag: string): boolean {
  return segment.flags.split(',').includes(flag);
}

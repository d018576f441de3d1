// What is written on a segment: its flags, and the numbers that matter for this kind of segment.
import type { EventOf, Trace } from '@lockstep/trace';
import type { Crossing } from './crossings.ts';
import { type Fragment, frameLabel } from './frame-label.ts';

type Segment = EventOf<'tcp.segment-sent'>;

/** Initial sequence numbers (RFC 9293 §3.4.1), by sender's end of a connection. */
export type InitialNumbers = ReadonlyMap<string, number>;

/** Reads the initial numbers off the SYNs. A connection whose SYN was not seen keeps its absolute numbers. */
export function initialNumbersOf(trace: Trace, length: number): InitialNumbers {
  const numbers = new Map<string, number>();
  for (let seq = 0; seq < length; seq++) {
    if (trace.kindAt(seq) !== 'tcp.segment-sent') continue;
    const event = trace.event(seq) as Segment;
    if (hasFlag(event, 'SYN')) numbers.set(endOf(event), event.sequence);
  }
  return numbers;
}

/** Sequence and acknowledgment number of a segment, counted from the initial ones where these are known. */
export function relativeNumbers(
  segment: Segment,
  initial: InitialNumbers,
): { readonly sequence: number; readonly acknowledgment: number } {
  const own = initial.get(endOf(segment)) ?? 0;
  const peer = initial.get(peerOf(segment)) ?? 0;
  return {
    sequence: (segment.sequence - own) >>> 0,
    acknowledgment: hasFlag(segment, 'ACK') ? (segment.acknowledgment - peer) >>> 0 : 0,
  };
}

/** Flags, bold on the drawing, and fields, regular. */
export interface SegmentLabel {
  readonly flags: string;
  readonly fields: string;
  /** Which of several connections it belongs to. */
  readonly tag?: string;
  /** It is a piece of a datagram: which of how many. */
  readonly fragment?: Fragment;
}

export interface LabelOptions {
  readonly relative: boolean;
  /** Only the one number that matters most, for narrow drawings. */
  readonly brief?: boolean;
  readonly fragment?: Fragment | undefined;
  readonly tag?: string | undefined;
}

export function labelOf(sent: Crossing['sent'], initial: InitialNumbers, options: LabelOptions): SegmentLabel {
  const { relative, brief = false, fragment, tag } = options;
  if (sent.kind === 'frame.sent')
    return { ...frameLabel(sent, fragment, brief), ...(fragment === undefined ? {} : { fragment }) };
  const numbers = relative ? relativeNumbers(sent, initial) : sent;
  const opens = hasFlag(sent, 'SYN') || hasFlag(sent, 'FIN') || hasFlag(sent, 'RST');
  const fields: string[] = [];
  if (opens || sent.length > 0) fields.push(`seq=${numbers.sequence}`);
  if (hasFlag(sent, 'ACK') && sent.length === 0) fields.push(`ack=${numbers.acknowledgment}`);
  if (sent.length > 0) fields.push(`len=${sent.length}`);
  return {
    flags: flagWords(sent),
    fields: (brief ? fields.slice(-1) : fields).join(' '),
    ...(tag === undefined ? {} : { tag }),
  };
}

/** Name for assistive technology and tooltips: all its numbers. */
export function segmentName(sent: Crossing['sent'], initial: InitialNumbers): string {
  if (sent.kind === 'frame.sent') return `${sent.protocol}: ${sent.summary}`;
  const { sequence, acknowledgment } = relativeNumbers(sent, initial);
  const ack = hasFlag(sent, 'ACK') ? `, ack ${acknowledgment}` : '';
  const length = sent.length > 0 ? `, len ${sent.length}` : '';
  return `${flagWords(sent)}, seq ${sequence}${ack}${length}`;
}

function hasFlag(segment: Segment, flag: string): boolean {
  return segment.flags.split(',').includes(flag);
}

function flagWords(segment: Segment): string {
  return segment.flags.split(',').join(', ');
}

function endOf({ from, sourcePort, to, destinationPort }: Segment): string {
  return `${from}:${sourcePort}>${to}:${destinationPort}`;
}

function peerOf({ from, sourcePort, to, destinationPort }: Segment): string {
  return `${to}:${destinationPort}>${from}:${sourcePort}`;
}

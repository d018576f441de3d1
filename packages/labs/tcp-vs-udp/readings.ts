// What this lab asks of a run: what each of the two conversations put on the cable, and what came of it.
import { eventsOf, findOf, hasFlag, returnsOf, type SegmentSent } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';
import { PAIRS, TRANSPORTS, type Transport } from './cast.ts';
import { messagesOf } from './messages.ts';

type Returned = EventOf<'call.returned'>;

/** What one conversation came to, up to a step. */
export interface Conversation {
  /** Frames that crossed before the first one with a message. */
  readonly before: number;
  readonly frames: number;
  /** Of all frames, headers included. */
  readonly wireBytes: number;
  /** Frames with bytes that had been sent before. */
  readonly again: number;
  /** What each receive gave to the server’s program. */
  readonly pieces: readonly string[];
}

export function conversationAt(trace: Trace, cursor: number, transport: Transport): Conversation {
  const frames = framesOf(trace, transport).filter(({ seq }) => seq < cursor);
  const first = frames.findIndex(hasMessage);
  const again = repeated(trace).filter(({ seq }) => seq < cursor);
  return {
    before: first < 0 ? frames.length : first,
    frames: frames.length,
    wireBytes: frames.reduce((sum, { bytes }) => sum + bytes.length / 2, 0),
    again: transport === 'tcp' ? again.length : 0,
    pieces: received(trace, transport).flatMap((event) => (event.seq < cursor ? [pieceOf(event)] : [])),
  };
}

type Sent = EventOf<'tcp.segment-sent'> | EventOf<'frame.sent'>;

function framesOf(trace: Trace, transport: Transport): readonly Sent[] {
  const hosts: readonly string[] = PAIRS[transport];
  const sent = [...eventsOf(trace, 'tcp.segment-sent'), ...eventsOf(trace, 'frame.sent')];
  return sent.filter(({ from }) => hosts.includes(from)).toSorted((a, b) => a.seq - b.seq);
}

function hasMessage(sent: Sent): boolean {
  return sent.kind === 'frame.sent' || sent.length > 0;
}

/** The first frame of a conversation, and the first with a message in it. */
export function firstFrame(trace: Trace, transport: Transport): Sent | undefined {
  return framesOf(trace, transport)[0];
}

export function firstMessage(trace: Trace, transport: Transport): Sent | undefined {
  return framesOf(trace, transport).find(hasMessage);
}

/** The receives that gave the server’s program bytes. */
export function received(trace: Trace, transport: Transport): readonly Returned[] {
  const [, server] = PAIRS[transport];
  const call = transport === 'tcp' ? 'recv' : 'recvfrom';
  return returnsOf(trace, call, server).filter(({ error, bytes = 0 }) => error === undefined && bytes > 0);
}

/** `one` of `b'one'` and of `(b'one', ("10.0.0.3", 50000))`. */
function pieceOf({ result }: Returned): string {
  return /b'(.*?)'/.exec(result)?.[1] ?? '';
}

/** The receive at which TCP gave more than one message at once. */
export function glued(trace: Trace): Returned | undefined {
  const longest = Math.max(...messagesOf(trace.header.knobs).map(({ length }) => length));
  return received(trace, 'tcp').find(({ bytes = 0 }) => bytes > longest);
}

/** Segments with bytes that had left before: TCP sends them again because no acknowledgment came. */
export function repeated(trace: Trace): readonly SegmentSent[] {
  let end: number | undefined;
  return eventsOf(trace, 'tcp.segment-sent').filter((segment) => {
    if (segment.from !== PAIRS.tcp[0] || segment.length === 0) return false;
    const isRepeated = end !== undefined && ((segment.sequence - end) | 0) < 0;
    if (!isRepeated) end = (segment.sequence + segment.length) >>> 0;
    return isRepeated;
  });
}

/** What the cable lost or held back of a conversation, first. */
export function lost(trace: Trace, transport: Transport) {
  const kind = transport === 'tcp' ? 'tcp.segment-dropped' : 'frame.dropped';
  return findOf(trace, kind, () => true);
}

export function held(trace: Trace, transport: Transport): EventOf<'frame.held'> | undefined {
  return findOf(trace, 'frame.held', ({ reason }) => reason.includes(PAIRS[transport][0]));
}

/** The first segment that says that no more will come. */
export function firstFin(trace: Trace): SegmentSent | undefined {
  return findOf(trace, 'tcp.segment-sent', (segment) => hasFlag(segment, 'FIN'));
}

/** How each server learned that it has had all: TCP by the peer’s end, UDP by its own patience. */
export function endOf(trace: Trace, transport: Transport): Returned | undefined {
  const [, server] = PAIRS[transport];
  return transport === 'tcp'
    ? returnsOf(trace, 'recv', server).find(({ bytes, error }) => error === undefined && bytes === 0)
    : returnsOf(trace, 'recvfrom', server).find(({ error }) => error?.startsWith('TimeoutError'));
}

/** Whether the program got all that was sent, in order; undefined before both have come to their end. */
export function isWhole(trace: Trace, transport: Transport): boolean | undefined {
  if (TRANSPORTS.some((one) => !endOf(trace, one))) return undefined;
  const { pieces } = conversationAt(trace, trace.length, transport);
  return pieces.join('') === messagesOf(trace.header.knobs).join('');
}

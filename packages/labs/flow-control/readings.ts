// What this lab asks of a run: which call had to wait for the reader, and what went over the cable meanwhile.
import { arrivalOf, eventsOf, findOf, findSegment, hasFlag, returnsOf, type SegmentSent } from '@lockstep/lab';
import { type EventOf, hostOf, type Trace } from '@lockstep/trace';

type Entered = EventOf<'call.entered'>;
type Returned = EventOf<'call.returned'>;

/** The reader's program wakes up: from here on it reads. */
export function awake(trace: Trace): Returned | undefined {
  return returnsOf(trace, 'sleep', 'server')[0];
}

/** A call of the client that began while the reader slept and could not end before it read. */
export interface Waiting {
  readonly entered: Entered;
  /** Undefined: it waits still. */
  readonly returned: Returned | undefined;
}

export function waiting(trace: Trace): Waiting | undefined {
  const wake = awake(trace);
  const before = wake?.seq ?? trace.length;
  const calls = eventsOf(trace, 'call.entered').filter(
    ({ actor, call, seq }) => actor === 'client' && (call === 'send' || call === 'select') && seq < before,
  );
  const entered = calls.at(-1);
  if (!entered) return undefined;
  const returned = findOf(trace, 'call.returned', ({ cause }) => cause === entered.seq);
  if (!wake || (returned && returned.seq < wake.seq)) return undefined;
  return { entered, returned };
}

/** A send() that was told that there is no room. */
export function refused(trace: Trace): Returned | undefined {
  return returnsOf(trace, 'send', 'client').find(({ error }) => error?.startsWith('BlockingIOError'));
}

/** What send() took, in order. */
export function taken(trace: Trace): readonly Returned[] {
  return returnsOf(trace, 'send', 'client').filter(({ bytes = 0 }) => bytes > 0);
}

/** What recv() gave, in order; the empty one at the end is not among them. */
export function given(trace: Trace): readonly Returned[] {
  return returnsOf(trace, 'recv', 'server').filter(({ bytes = 0 }) => bytes > 0);
}

/** The receive buffer when it held the most. */
export function fullest(trace: Trace, host: 'client' | 'server'): EventOf<'socket.buffers'> | undefined {
  const held = ({ sendBytes, receiveBytes }: EventOf<'socket.buffers'>) =>
    host === 'client' ? sendBytes : receiveBytes;
  return eventsOf(trace, 'socket.buffers')
    .filter(({ actor }) => hostOf(actor) === host)
    .reduce<EventOf<'socket.buffers'> | undefined>(
      (most, event) => (held(event) > (most ? held(most) : 0) ? event : most),
      undefined,
    );
}

/** The server's kernel says that it has no room at all. */
export function shut(trace: Trace): SegmentSent | undefined {
  return findSegment(trace, (segment) => isOfServer(segment) && segment.window === 0);
}

/** The first time after that that it has room. */
export function opened(trace: Trace): SegmentSent | undefined {
  const closed = shut(trace);
  return closed && findSegment(trace, (segment) => isOfServer(segment) && segment.window > 0, closed.seq);
}

/** What the client's kernel asks while the window is shut: a segment without news (RFC 9293 §3.8.6.1). */
export function probes(trace: Trace): readonly SegmentSent[] {
  const closed = shut(trace);
  const arrival = closed && arrivalOf(trace, closed.frame);
  if (!closed || !arrival) return [];
  const end = opened(trace)?.seq ?? trace.length;
  return eventsOf(trace, 'tcp.segment-sent').filter(
    ({ from, seq, length, sequence }) =>
      from === 'client' && seq > arrival.seq && seq < end && length <= 1 && isBefore(sequence, closed.acknowledgment),
  );
}

/** The first data that travels after the window has opened. */
export function resumed(trace: Trace): SegmentSent | undefined {
  const open = opened(trace);
  return open && findSegment(trace, ({ from, length }) => from === 'client' && length > 1, open.seq);
}

/** Whether everything that send() took has come out of recv(). */
export function isWhole(trace: Trace): boolean {
  const sum = (calls: readonly Returned[]) => calls.reduce((all, { bytes = 0 }) => all + bytes, 0);
  return sum(taken(trace)) > 0 && sum(taken(trace)) === sum(given(trace));
}

function isOfServer(segment: SegmentSent): boolean {
  return segment.from === 'server' && !hasFlag(segment, 'SYN') && !hasFlag(segment, 'RST');
}

function isBefore(sequence: number, other: number): boolean {
  return ((sequence - other) | 0) < 0;
}

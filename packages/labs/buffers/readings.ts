// What this lab asks of a run: what each send() gave to the kernel, and what each recv() took out of it.
import { eventsOf, returnsOf } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

type Returned = EventOf<'call.returned'>;

/** A call that moved bytes, and which of all bytes of the stream they were. */
export interface Piece {
  readonly event: Returned;
  readonly first: number;
  /** The first byte that is no longer part of it. */
  readonly end: number;
}

/** What each send() gave. */
export function sends(trace: Trace): readonly Piece[] {
  return piecesOf(returnsOf(trace, 'send', 'client'));
}

/** What each recv() took; the empty one at the end is not among them. */
export function receives(trace: Trace): readonly Piece[] {
  return piecesOf(returnsOf(trace, 'recv', 'server'));
}

function piecesOf(returns: readonly Returned[]): readonly Piece[] {
  let end = 0;
  return returns
    .filter(({ bytes = 0 }) => bytes > 0)
    .map((event) => {
      const first = end;
      end += event.bytes ?? 0;
      return { event, first, end };
    });
}

/** Whether all that was sent has been received: only then can numbers of calls be compared. */
export function isWhole(trace: Trace): boolean {
  const [sent, received] = [sends(trace), receives(trace)];
  return sent.length > 0 && sent.at(-1)?.end === received.at(-1)?.end;
}

/** The first recv() that took bytes of more than one send(). */
export function mixed(trace: Trace): Piece | undefined {
  const ends = sends(trace).map(({ end }) => end);
  return receives(trace).find(({ first, end }) => ends.some((boundary) => first < boundary && boundary < end));
}

/** The first recv() that ended in the middle of what a send() gave. */
export function cut(trace: Trace): Piece | undefined {
  const ends = new Set(sends(trace).map(({ end }) => end));
  return receives(trace).find(({ end }) => !ends.has(end));
}

/** The first recv() that was full, and the one that took what it left. */
export function leftOver(trace: Trace): { readonly full: Piece; readonly next: Piece } | undefined {
  const most = Number(trace.header.knobs['recvBytes']);
  const received = receives(trace);
  const index = received.findIndex(({ first, end }) => end - first === most);
  const [full, next] = [received[index], received[index + 1]];
  return full && next && { full, next };
}

/** When the server's kernel held the most. */
export function fullest(trace: Trace): EventOf<'socket.buffers'> | undefined {
  return eventsOf(trace, 'socket.buffers')
    .filter(({ actor, receiveBytes }) => actor === 'server.kernel' && receiveBytes > 0)
    .reduce<EventOf<'socket.buffers'> | undefined>(
      (most, event) => (most && most.receiveBytes >= event.receiveBytes ? most : event),
      undefined,
    );
}

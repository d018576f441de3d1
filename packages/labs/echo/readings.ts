// What this lab asks of a run: when the first message was sent, where its bytes were, and who took them out.
import { arrivalOf, findOf, findSegment, returnsOf } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

type Returned = EventOf<'call.returned'>;

/** The return of the client's first send(). */
export function sent(trace: Trace): Returned | undefined {
  return returnsOf(trace, 'send', 'client')[0];
}

/** The return of the first recv() that brought bytes to this program. */
export function read(trace: Trace, program: string): Returned | undefined {
  return returnsOf(trace, 'recv', program).find(({ bytes = 0 }) => bytes > 0);
}

/** The server's kernel has bytes that its program has not taken yet. */
export function buffered(trace: Trace): EventOf<'socket.buffers'> | undefined {
  return findOf(trace, 'socket.buffers', ({ actor, receiveBytes }) => actor === 'server.kernel' && receiveBytes > 0);
}

/** The arrival at the client of the first ACK of its first message. */
export function confirmed(trace: Trace): EventOf<'tcp.segment-delivered'> | undefined {
  const data = findSegment(trace, ({ from, length }) => from === 'client' && length > 0);
  if (!data) return undefined;
  const end = (data.sequence + data.length) >>> 0;
  const ack = findSegment(trace, ({ from, acknowledgment }) => from === 'server' && acknowledgment === end, data.seq);
  return ack && arrivalOf(trace, ack.frame);
}

/** The recv() that told a program that its peer has closed. */
export function endRead(trace: Trace): Returned | undefined {
  return returnsOf(trace, 'recv').find(({ bytes, error }) => bytes === 0 && error === undefined);
}

// What this lab asks of a run: when the second client was connected, where it waited, and when it was served.
import { eventsOf, findOf, returnsOf } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

type Returned = EventOf<'call.returned'>;

/** The connections that the server's program has taken, in its order. */
export function accepted(trace: Trace): readonly Returned[] {
  return returnsOf(trace, 'accept', 'server').filter(({ error }) => error === undefined);
}

/** The return of client 2's connect(), failed or not. */
export function secondConnected(trace: Trace): Returned | undefined {
  return returnsOf(trace, 'connect', 'client2')[0];
}

/** The server's first connection is closed by its program. */
export function firstServed(trace: Trace): Returned | undefined {
  return returnsOf(trace, 'close', 'server').find(({ socket }) => socket === accepted(trace)[0]?.socket);
}

/** Somebody waits in the accept queue, while the program serves another. */
export function queued(trace: Trace): EventOf<'socket.accept-queue'> | undefined {
  const first = accepted(trace)[0];
  return first && findOf(trace, 'socket.accept-queue', ({ waiting }) => waiting > 0, first.seq + 1);
}

/** Bytes in the server's kernel, of a connection that its program has not taken yet. */
export function stored(trace: Trace): EventOf<'socket.buffers'> | undefined {
  return findOf(
    trace,
    'socket.buffers',
    ({ actor, receiveBytes, socket, seq }) =>
      actor === 'server.kernel' &&
      receiveBytes > 0 &&
      accepted(trace).some((one) => one.seq < seq) &&
      !accepted(trace).some((one) => one.socket === socket && one.seq < seq),
  );
}

/** A client's call that failed because nobody serves it. */
export function turnedAway(trace: Trace): Returned | undefined {
  return findOf(trace, 'call.returned', ({ actor, error }) => actor.startsWith('client') && error !== undefined);
}

/** The most connections that the server's kernel called ESTABLISHED at one time, and when it was so. */
export function mostConnected(trace: Trace): { readonly count: number; readonly seq: number } {
  const established = new Set<string>();
  let most = { count: 0, seq: 0 };
  for (const { actor, socket, state, seq } of eventsOf(trace, 'socket.state')) {
    if (actor !== 'server.kernel') continue;
    if (state === 'ESTABLISHED') established.add(socket);
    else established.delete(socket);
    if (established.size > most.count) most = { count: established.size, seq };
  }
  return most;
}

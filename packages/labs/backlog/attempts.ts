// The clients of a run: each attempt to connect, what its kernel sent for it, and what became of it.
import { eventsOf, findOf, firstCall, type SegmentSent } from '@lockstep/lab';
import { type EventOf, endOfAddress, hostOf, type Trace } from '@lockstep/trace';

export interface Attempt {
  /** Counts from 1, in the order in which they were begun. */
  readonly number: number;
  readonly port: number;
  /** Its kernel is about to send SYN. */
  readonly begun: EventOf<'socket.state'>;
  /** Its kernel holds it to be connected. */
  readonly connected: EventOf<'socket.state'> | undefined;
  /** Its SYNs, the first and those sent again; none where the wire was not seen. */
  readonly syns: readonly SegmentSent[];
}

export function attemptsOf(trace: Trace): readonly Attempt[] {
  const states = eventsOf(trace, 'socket.state').filter(({ actor }) => hostOf(actor) === 'client');
  const syns = eventsOf(trace, 'tcp.segment-sent').filter(({ flags }) => flags === 'SYN');
  return states
    .filter(({ state }) => state === 'SYN-SENT')
    .map((begun, index) => {
      const { port } = endOfAddress(begun.local);
      return {
        number: index + 1,
        port,
        begun,
        connected: states.find(({ socket, state }) => socket === begun.socket && state === 'ESTABLISHED'),
        syns: syns.filter(({ sourcePort }) => sourcePort === port),
      };
    });
}

/** The first client that got no answer before the server accepted anybody, and when its program noticed. */
export function shutOut(
  trace: Trace,
): { readonly attempt: Attempt; readonly noticed: EventOf<'call.returned'> } | undefined {
  const accept = firstCall(trace, 'accept')?.seq ?? trace.length;
  for (const attempt of attemptsOf(trace)) {
    const noticed = findOf(trace, 'call.returned', ({ call }) => call === 'select', attempt.begun.seq);
    if (noticed?.result === '[]' && noticed.seq < accept) return { attempt, noticed };
  }
  return undefined;
}

/** The longest that the accept queue was before the server accepted anybody. */
export function longestQueue(trace: Trace): EventOf<'socket.accept-queue'> | undefined {
  const accept = firstCall(trace, 'accept')?.seq ?? trace.length;
  return eventsOf(trace, 'socket.accept-queue')
    .filter(({ seq }) => seq < accept)
    .reduce<EventOf<'socket.accept-queue'> | undefined>(
      (longest, event) => (event.waiting > (longest?.waiting ?? -1) ? event : longest),
      undefined,
    );
}

/** The kernel's word that it let a SYN fall because the accept queue was full. */
export function overflow(trace: Trace): EventOf<'kernel.counted'> | undefined {
  return findOf(trace, 'kernel.counted', ({ counter }) => counter === 'TcpExt.ListenOverflows');
}

/** Connections that the server's kernel holds to be half-open just before this event. */
export function halfOpenBefore(trace: Trace, seq: number): number {
  const states = new Map<string, string>();
  for (const event of eventsOf(trace, 'socket.state'))
    if (event.seq < seq && hostOf(event.actor) === 'server') states.set(event.socket, event.state);
  return [...states.values()].filter((state) => state === 'SYN-RECEIVED').length;
}

/** The first connection that the server's program took out of the accept queue. */
export function firstAccepted(trace: Trace): EventOf<'call.returned'> | undefined {
  return findOf(trace, 'call.returned', ({ call, error }) => call === 'accept' && error === undefined);
}

/** The SYN by which a client got in at last: the last one that left before its kernel held it to be connected. */
export function lettingIn({ connected, syns }: Attempt): SegmentSent | undefined {
  return connected && syns.findLast(({ seq }) => seq < connected.seq);
}

/** A reset that was sent to it. */
export function resetOf(trace: Trace, { port }: Attempt): SegmentSent | undefined {
  return findOf(trace, 'tcp.segment-sent', (s) => s.destinationPort === port && s.flags.split(',').includes('RST'));
}

// The ways that the ends of a run went through the diagram, by what their kernels reported.
import { eventsOf, findOf, findSegment, hasFlag, type SegmentSent } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

type StateEvent = EventOf<'socket.state'>;

/** The states of one host's end of the connection, in order; what listens is no end. */
export function journeyOf(trace: Trace, host: 'client' | 'server'): readonly StateEvent[] {
  return eventsOf(trace, 'socket.state').filter(
    ({ actor, socket }) => actor === `${host}.kernel` && socket.includes('→'),
  );
}

/** The first time that either end is there. */
export function firstIn(trace: Trace, state: string): StateEvent | undefined {
  return findOf(trace, 'socket.state', (event) => event.state === state && event.socket.includes('→'));
}

/** The state that an end went to from this one. */
export function afterState(trace: Trace, state: string): StateEvent | undefined {
  return findOf(trace, 'socket.state', (event) => event.was === state && event.socket.includes('→'));
}

/** When both ends are ESTABLISHED. */
export function bothEstablished(trace: Trace): StateEvent | undefined {
  const [one, other] = (['client', 'server'] as const).map((host) =>
    journeyOf(trace, host).find(({ state }) => state === 'ESTABLISHED'),
  );
  return one && other && (one.seq > other.seq ? one : other);
}

/** Two SYNs without ACK, one from each end: nobody listened. */
export function crossedSyns(trace: Trace): readonly [SegmentSent, SegmentSent] | undefined {
  const isSyn = (segment: SegmentSent) => hasFlag(segment, 'SYN') && !hasFlag(segment, 'ACK');
  const first = findSegment(trace, isSyn);
  const second = first && findSegment(trace, (segment) => isSyn(segment) && segment.from !== first.from, first.seq);
  return first && second && [first, second];
}

/** The end of a process by a signal, and the FIN that its kernel sent for it. */
export function finForTheDead(trace: Trace) {
  const died = findOf(trace, 'process.exited', ({ signal }) => signal !== undefined);
  const fin = died && findSegment(trace, (segment) => segment.from === died.actor && hasFlag(segment, 'FIN'));
  return died && fin && { died, fin };
}

/** The call or the arrival that a kernel's report gives as its cause. */
export function causeOf(trace: Trace, event: StateEvent | undefined): 'call' | 'segment' | undefined {
  const cause = event?.cause === undefined ? undefined : trace.event(event.cause);
  if (cause?.kind === 'call.entered' || cause?.kind === 'call.returned') return 'call';
  return cause?.kind === 'tcp.segment-delivered' ? 'segment' : undefined;
}

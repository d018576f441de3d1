// How the connection of a run came to its end, read from its segments, its calls and what the kernels say.
import { eventsOf, findOf, findSegment, hasEnded, hasFlag, type SegmentSent, stateReached } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

export function firstFin(trace: Trace): SegmentSent | undefined {
  return findSegment(trace, (segment) => hasFlag(segment, 'FIN'));
}

export function secondFin(trace: Trace): SegmentSent | undefined {
  const first = firstFin(trace);
  return first && findSegment(trace, (segment) => hasFlag(segment, 'FIN') && segment.from !== first.from);
}

export function reset(trace: Trace): SegmentSent | undefined {
  return findSegment(trace, (segment) => hasFlag(segment, 'RST'));
}

/** The first segment of this end that acknowledges the other's FIN. */
export function ackOf(trace: Trace, fin: SegmentSent | undefined): SegmentSent | undefined {
  if (!fin) return undefined;
  const after = (fin.sequence + fin.length + 1) >>> 0;
  return findSegment(trace, (one) => one.from !== fin.from && one.acknowledgment === after, fin.seq);
}

/** Bytes that travelled after the first FIN, from the end that had not sent it. */
export function dataAfterFin(trace: Trace): SegmentSent | undefined {
  const fin = firstFin(trace);
  return fin && findSegment(trace, (one) => one.from !== fin.from && one.length > 0, fin.seq);
}

/** All segments from the first FIN or RST on, once the run has ended. */
export function closingSegments(trace: Trace): readonly SegmentSent[] {
  const first = firstFin(trace) ?? reset(trace);
  if (!first || !hasEnded(trace)) return [];
  return eventsOf(trace, 'tcp.segment-sent').filter(({ seq }) => seq >= first.seq);
}

/** The ends that their kernels report in TIME-WAIT. */
export function timeWaiters(trace: Trace): readonly EventOf<'socket.state'>[] {
  return (['client', 'server'] as const).flatMap((end) => stateReached(trace, 'TIME-WAIT', `${end}.kernel`) ?? []);
}

/** What recv() gave to the program of the other end, after the first FIN or RST had been sent. */
export function newsOfTheEnd(trace: Trace): EventOf<'call.returned'> | undefined {
  const first = firstFin(trace) ?? reset(trace);
  return (
    first &&
    findOf(
      trace,
      'call.returned',
      ({ actor, call, result, error }) =>
        actor !== first.from && call === 'recv' && (error !== undefined || result === "b''"),
      first.seq,
    )
  );
}

/** The close() that sent a segment with this flag. */
export function closeThatSent(trace: Trace, segment: SegmentSent | undefined): EventOf<'call.entered'> | undefined {
  const cause = segment?.cause === undefined ? undefined : trace.event(segment.cause);
  return cause?.kind === 'call.entered' && cause.call === 'close' ? cause : undefined;
}

/** The close() of the end whose shutdown() had sent the FIN already. */
export function closeAfterShutdown(trace: Trace): EventOf<'call.returned'> | undefined {
  const fin = firstFin(trace);
  const cause = fin?.cause === undefined ? undefined : trace.event(fin.cause);
  if (!fin || cause?.kind !== 'call.entered' || cause.call !== 'shutdown') return undefined;
  const close = findOf(trace, 'call.returned', ({ actor, call }) => actor === fin.from && call === 'close', fin.seq);
  const again = findSegment(trace, (one) => one.from === fin.from && hasFlag(one, 'FIN'), fin.seq + 1);
  return close && !again ? close : undefined;
}

/** The kernel's word that TIME-WAIT lasts a second less. */
export function aSecondLater(trace: Trace): EventOf<'socket.timer'> | undefined {
  const [waiter] = timeWaiters(trace);
  return (
    waiter &&
    findOf(
      trace,
      'socket.timer',
      ({ socket, expiresMs }) => socket === waiter.socket && expiresMs <= 59_000,
      waiter.seq,
    )
  );
}

// What labs about the network ask of a run: which segments crossed the cable, which states kernels reported, which
// calls returned with what.
import { type EventOf, findEvent, type Kind, seqsWhere, type Trace, type TraceEvent } from '@lockstep/trace';

export type SegmentSent = EventOf<'tcp.segment-sent'>;

/** All events of a kind, in order. */
export function eventsOf<K extends Kind>(trace: Trace, kind: K): readonly EventOf<K>[] {
  const seqs = seqsWhere(trace, (shape) => shape.kind === kind);
  return Array.from(seqs, (seq) => trace.event(seq) as EventOf<K>);
}

/** The first segment that is such, from event `from` on. */
export function findSegment(
  trace: Trace,
  isSuch: (segment: SegmentSent) => boolean,
  from = 0,
): SegmentSent | undefined {
  return findOf(trace, 'tcp.segment-sent', isSuch, from);
}

/** The first event of a kind that is such, from event `from` on. */
export function findOf<K extends Kind>(
  trace: Trace,
  kind: K,
  isSuch: (event: EventOf<K>) => boolean,
  from = 0,
): EventOf<K> | undefined {
  const isIt = (event: TraceEvent): boolean => event.kind === kind && isSuch(event as EventOf<K>);
  return findEvent(trace, isIt, from) as EventOf<K> | undefined;
}

/** Whether a segment has this flag; `ACK` alone does not mean that it is nothing but an ACK. */
export function hasFlag({ flags }: SegmentSent, flag: string): boolean {
  return flags.split(',').includes(flag);
}

/** The first time that a kernel reports this state, at any end or at the one named (`server.kernel`). */
export function stateReached(trace: Trace, state: string, actor?: string): EventOf<'socket.state'> | undefined {
  return findOf(trace, 'socket.state', (event) => event.state === state && (actor ?? event.actor) === event.actor);
}

/** The first time that a program makes this call. */
export function firstCall(trace: Trace, call: string, actor?: string): EventOf<'call.entered'> | undefined {
  return findOf(trace, 'call.entered', (event) => event.call === call && (actor ?? event.actor) === event.actor);
}

/** All returns of this call, failed ones included. */
export function returnsOf(trace: Trace, call: string, actor?: string): readonly EventOf<'call.returned'>[] {
  return eventsOf(trace, 'call.returned').filter(
    (event) => event.call === call && (actor ?? event.actor) === event.actor,
  );
}

/** The arrival of a frame at its receiver; undefined when it never arrived. */
export function arrivalOf(trace: Trace, frame: number): EventOf<'tcp.segment-delivered'> | undefined {
  return findOf(trace, 'tcp.segment-delivered', (event) => event.frame === frame);
}

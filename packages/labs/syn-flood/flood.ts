// What a run shows of the flood, of the server's two queues, and of the good client.
import { eventsOf, findOf, findSegment, hasFlag, type SegmentSent } from '@lockstep/lab';
import { type EventOf, hostOf, type Trace } from '@lockstep/trace';

/** SYNs that left the attacker's host. */
export function forgedSyns(trace: Trace): readonly SegmentSent[] {
  return eventsOf(trace, 'tcp.segment-sent').filter((s) => s.from === 'attacker' && hasFlag(s, 'SYN'));
}

/** Answers to them. */
export function answersToNobody(trace: Trace): readonly SegmentSent[] {
  return eventsOf(trace, 'tcp.segment-sent').filter((s) => s.to === 'attacker' && hasFlag(s, 'SYN'));
}

/** The first answer that was sent a second time. */
export function repeatedAnswer(trace: Trace): SegmentSent | undefined {
  const seen = new Set<number>();
  return answersToNobody(trace).find(({ destinationPort }) => {
    const isAgain = seen.has(destinationPort);
    seen.add(destinationPort);
    return isAgain;
  });
}

/** Counters that move when a SYN finds no place in the SYN queue. */
const NO_PLACE: ReadonlySet<string> = new Set([
  'TcpExt.ListenDrops',
  'TcpExt.TCPReqQFullDrop',
  'TcpExt.TCPReqQFullDoCookies',
]);

/** The kernel's first word that a SYN found no place in the SYN queue. */
export function noPlace(trace: Trace): EventOf<'kernel.counted'> | undefined {
  return findOf(trace, 'kernel.counted', ({ counter }) => NO_PLACE.has(counter));
}

/** The first time that one of the kernel's counters moved. */
export function counted(trace: Trace, name: string): EventOf<'kernel.counted'> | undefined {
  return findOf(trace, 'kernel.counted', ({ counter }) => counter === `TcpExt.${name}`);
}

/** Connections that the server's kernel holds to be half-open just before this event. */
export function halfOpenBefore(trace: Trace, seq: number): number {
  const states = new Map<string, string>();
  for (const event of eventsOf(trace, 'socket.state'))
    if (event.seq < seq && hostOf(event.actor) === 'server') states.set(event.socket, event.state);
  return [...states.values()].filter((state) => state === 'SYN-RECEIVED').length;
}

/** The kernel's last word about the accept queue before this event. */
export function acceptQueueBefore(trace: Trace, seq: number): EventOf<'socket.accept-queue'> | undefined {
  return eventsOf(trace, 'socket.accept-queue').findLast((event) => event.seq < seq);
}

/** The good client's SYNs, the first and those sent again. */
export function clientsSyns(trace: Trace): readonly SegmentSent[] {
  return eventsOf(trace, 'tcp.segment-sent').filter((s) => s.from === 'client' && hasFlag(s, 'SYN'));
}

/** The answer that the good client got. */
export function answerToClient(trace: Trace): SegmentSent | undefined {
  return findSegment(trace, (s) => s.to === 'client' && hasFlag(s, 'SYN') && hasFlag(s, 'ACK'));
}

export interface Fate {
  readonly kind: 'in' | 'refused' | 'gave-up';
  readonly event: EventOf<'call.returned'>;
}

/** What became of the good client: how its connect() returned. */
export function clientsFate(trace: Trace): Fate | undefined {
  const event = findOf(trace, 'call.returned', ({ call, actor }) => call === 'connect' && actor === 'client');
  if (!event) return undefined;
  if (event.error === undefined) return { kind: 'in', event };
  return { kind: event.error.startsWith('ConnectionRefusedError') ? 'refused' : 'gave-up', event };
}

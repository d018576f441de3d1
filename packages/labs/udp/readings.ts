// What this lab asks of a run: which datagrams there were, what a receive took, and what became of the others.
import { contentsOf, eventsOf, findOf, returnsOf } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

export type Returned = EventOf<'call.returned'>;

/** A datagram of the client: how long, and when all of it had left and arrived. */
export interface Sent {
  readonly length: number;
  readonly seq: number;
  readonly deliveredSeq: number | undefined;
}

/** The client's datagrams in one frame each, in the order in which they left. */
export function datagramsSent(trace: Trace): readonly Sent[] {
  return eventsOf(trace, 'frame.sent').flatMap((sent) => {
    const contents = contentsOf(sent);
    if (sent.from !== 'client' || contents?.kind !== 'datagram' || contents.isFragment) return [];
    return [{ length: contents.length, seq: sent.seq, deliveredSeq: arrival(trace, sent.frame) }];
  });
}

function arrival(trace: Trace, frame: number): number | undefined {
  return findOf(trace, 'frame.delivered', (event) => event.frame === frame)?.seq;
}

/** The server's receives that gave it a datagram. */
export function taken(trace: Trace): readonly Returned[] {
  return returnsOf(trace, 'recvfrom', 'server').filter(({ error }) => error === undefined);
}

/** The first receive that began while two or more datagrams were waiting. */
export function takenFromMany(trace: Trace): { readonly event: Returned; readonly first: Sent } | undefined {
  const sent = datagramsSent(trace);
  for (const [index, event] of taken(trace).entries()) {
    const [first, second] = sent.slice(index);
    if (first && second?.deliveredSeq !== undefined && second.deliveredSeq < (event.cause ?? 0))
      return { event, first };
  }
  return undefined;
}

/** The first receive that took less than its datagram held: as the k-th receive takes the k-th datagram. */
export function cutOff(trace: Trace): { readonly event: Returned; readonly length: number } | undefined {
  if (findOf(trace, 'socket.dropped', () => true)) return undefined;
  const sent = datagramsSent(trace);
  for (const [index, event] of taken(trace).entries()) {
    const length = sent[index]?.length ?? 0;
    if ((event.bytes ?? 0) < length) return { event, length };
  }
  return undefined;
}

/** The kernel's word that nothing is left in the socket: a receive that would have to wait. */
export function nothingLeft(trace: Trace): Returned | undefined {
  return returnsOf(trace, 'recvfrom', 'server').find(({ error }) => error?.startsWith('BlockingIOError'));
}

/** The first receive that took a datagram without bytes. */
export function emptyTaken(trace: Trace): Returned | undefined {
  return taken(trace).find(({ bytes }) => bytes === 0);
}

/** The kernel's answer that nobody is at that port, when it has arrived. */
export function refusalArrived(trace: Trace): EventOf<'frame.delivered'> | undefined {
  const answer = findOf(trace, 'frame.sent', (event) => contentsOf(event)?.kind === 'port-unreachable');
  return answer && findOf(trace, 'frame.delivered', ({ frame }) => frame === answer.frame);
}

/** How the client's first wait for an answer ended without one. */
export function firstFailure(trace: Trace): Returned | undefined {
  return findOf(trace, 'call.returned', ({ actor, error }) => actor === 'client' && error !== undefined);
}

/** The frames that one datagram was cut into, later ones too. */
export function fragments(trace: Trace): readonly EventOf<'frame.sent'>[] {
  return eventsOf(trace, 'frame.sent').filter((sent) => {
    const contents = contentsOf(sent);
    return contents?.kind === 'fragment' || (contents?.kind === 'datagram' && contents.isFragment);
  });
}

/** The first datagram that its sender's kernel took and its receiver never got: full buffer, or nobody there. */
export function lostThoughSent(trace: Trace): { readonly send: Returned; readonly lost: number } | undefined {
  const lost =
    findOf(trace, 'socket.dropped', () => true) ??
    findOf(trace, 'kernel.counted', ({ counter }) => counter === 'Udp.NoPorts');
  const arrived = lost?.cause === undefined ? undefined : trace.event(lost.cause);
  const frame = arrived?.cause === undefined ? undefined : trace.event(arrived.cause);
  const call = frame?.cause;
  const send = findOf(trace, 'call.returned', (event) => event.cause === call && event.error === undefined);
  return lost && send && call !== undefined ? { send, lost: lost.seq } : undefined;
}

/** The kernel refused to send: longer than a datagram may be. */
export function tooLong(trace: Trace): Returned | undefined {
  return findOf(trace, 'call.returned', ({ error }) => error?.includes('Message too long') ?? false);
}

// Which arrival let a blocked call return, and which call led to a segment: the two ends of "why". The trace names a
// cause where its recorder was sure; a call's return is caused by its entering, so what released it is worked out here.
import type { EventOf } from './event.ts';
import { hostOf } from './host-of.ts';
import { type TcpConnections, tcpConnectionsOf } from './tcp-connections.ts';
import type { Trace } from './trace.ts';

type Segment = EventOf<'tcp.segment-sent'>;
type Returned = EventOf<'call.returned'>;

/**
 * The delivery without which this return would not be: of the segment with the last byte that recv() took, of the
 * SYN,ACK for connect(), of the handshake's last ACK for accept().
 *
 * @param seq of a `call.returned`.
 * @returns its `seq`; undefined for other calls, and where no such segment was seen.
 */
export function releasedBy(
  trace: Trace,
  seq: number,
  connections: TcpConnections = tcpConnectionsOf(trace, seq + 1),
): number | undefined {
  const event = trace.event(seq);
  if (event.kind !== 'call.returned') return undefined;
  if (event.cause !== undefined && trace.kindAt(event.cause).endsWith('delivered')) return event.cause;
  switch (event.call) {
    case 'connect':
      return arrivals(trace, event, connections).findLast(
        ({ segment }) => segment.flags === 'SYN,ACK' || segment.flags.includes('RST'),
      )?.seq;
    case 'accept':
      return acceptedBy(trace, event, connections);
    case 'recv':
    case 'read':
      return receivedBy(trace, event, connections);
    default:
      return undefined;
  }
}

interface Arrival {
  readonly seq: number;
  readonly segment: Segment;
}

/** What was delivered to the caller's host before the return; of its connection, where the call names one. */
function arrivals(trace: Trace, event: Returned, connections: TcpConnections): readonly Arrival[] {
  const host = hostOf(event.actor);
  const connection = connections.of[event.seq] ?? 0;
  const sent = new Map<number, Segment>();
  const found: Arrival[] = [];
  for (let seq = 0; seq < event.seq; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'tcp.segment-sent' && kind !== 'tcp.segment-delivered') continue;
    if (connection !== 0 && connections.of[seq] !== connection) continue;
    const one = trace.event(seq);
    if (one.kind === 'tcp.segment-sent') {
      if (one.to === host) sent.set(one.frame, one);
    } else if (one.kind === 'tcp.segment-delivered' && one.to === host) {
      const segment = sent.get(one.frame);
      if (segment) found.push({ seq, segment });
    }
  }
  return found;
}

/** The first ACK of the connection that accept() handed out; it is known by the address in the result. */
function acceptedBy(trace: Trace, event: Returned, connections: TcpConnections): number | undefined {
  const port = Number(/[:,] ?(\d+)\)*$/.exec(event.result)?.[1] ?? Number.NaN);
  return arrivals(trace, event, connections).find(
    ({ segment }) => segment.flags.includes('ACK') && !segment.flags.includes('SYN') && segment.sourcePort === port,
  )?.seq;
}

function receivedBy(trace: Trace, event: Returned, connections: TcpConnections): number | undefined {
  const arrived = arrivals(trace, event, connections);
  const nothing = event.bytes === 0 || event.result === "b''" || event.result === '0 B';
  if (event.error !== undefined) return arrived.findLast(({ segment }) => segment.flags.includes('RST'))?.seq;
  if (nothing) return arrived.findLast(({ segment }) => segment.flags.includes('FIN'))?.seq;
  const data = arrived.filter(({ segment }) => segment.length > 0);
  const taken = takenBefore(trace, event);
  if (taken === undefined || event.bytes === undefined) return data.at(-1)?.seq;
  return firstComplete(data, taken + event.bytes) ?? data.at(-1)?.seq;
}

/** The arrival with which the stream's first `count` bytes are there without a hole. */
function firstComplete(data: readonly Arrival[], count: number): number | undefined {
  const base = data[0]?.segment.sequence ?? 0;
  const ranges = data.map(({ seq, segment }) => {
    const from = (segment.sequence - base) | 0;
    return { seq, from, to: from + segment.length };
  });
  const start = Math.min(...ranges.map(({ from }) => from));
  let end = start;
  for (const [index, { seq }] of ranges.entries()) {
    const here = ranges.slice(0, index + 1);
    for (let next = here.find(fits); next; next = here.find(fits)) end = next.to;
    if (end - start >= count) return seq;
  }
  return undefined;

  function fits({ from, to }: { readonly from: number; readonly to: number }): boolean {
    return from <= end && to > end;
  }
}

/** Bytes that earlier calls took from the same socket; undefined where one of them does not say how many. */
function takenBefore(trace: Trace, event: Returned): number | undefined {
  if (event.socket === undefined) return undefined;
  let taken = 0;
  for (let seq = 0; seq < event.seq; seq++) {
    if (trace.kindAt(seq) !== 'call.returned' || trace.actorAt(seq) !== event.actor) continue;
    const one = trace.event(seq) as Returned;
    if (one.socket !== event.socket || (one.call !== 'recv' && one.call !== 'read')) continue;
    if (one.error === undefined && one.bytes === undefined) return undefined;
    taken += one.bytes ?? 0;
  }
  return taken;
}

/**
 * From one event back to what began it: through the causes that the trace names, and through `releasedBy`. The event
 * itself comes last.
 */
export function causeChain(trace: Trace, seq: number, connections?: TcpConnections): readonly number[] {
  const chain = [seq];
  for (let at: number | undefined = seq; at !== undefined; ) {
    const cause: number | undefined = releasedBy(trace, at, connections) ?? trace.causeAt(at);
    if (cause === undefined || cause >= at) break;
    chain.unshift(cause);
    at = trace.kindAt(cause) === 'call.entered' ? undefined : cause;
  }
  return chain;
}

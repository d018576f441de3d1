// Which flags the segments of a run carried, and what followed from them.
import { eventsOf, findOf, findSegment, firstCall, hasFlag, type SegmentSent } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

/** The first segment with this flag. */
export function firstWith(trace: Trace, flag: string): SegmentSent | undefined {
  return findSegment(trace, (segment) => hasFlag(segment, flag));
}

/** The first segment that is nothing but an ACK. */
export function ackAlone(trace: Trace): SegmentSent | undefined {
  return findSegment(trace, ({ flags, length }) => flags === 'ACK' && length === 0);
}

/** The segments of the first sendall(), each once, in order. */
export function segmentsOfOneCall(trace: Trace): readonly SegmentSent[] {
  const call = firstCall(trace, 'sendall', 'client');
  const next = call && firstCall(trace, 'send', 'client');
  if (!call || !next) return [];
  const all = eventsOf(trace, 'tcp.segment-sent').filter(
    ({ from, length, seq }) => from === 'client' && length > 0 && seq > call.seq && seq < next.seq,
  );
  return all.filter((one, index) => all.findIndex(({ sequence }) => sequence === one.sequence) === index);
}

/** A recv() that returned bytes before any segment with PSH had arrived. */
export function readBeforePush(trace: Trace): EventOf<'call.returned'> | undefined {
  const pushed = new Set(
    eventsOf(trace, 'tcp.segment-sent').flatMap((segment) =>
      segment.from === 'client' && hasFlag(segment, 'PSH') ? [segment.frame] : [],
    ),
  );
  const arrived = findOf(trace, 'tcp.segment-delivered', ({ frame }) => pushed.has(frame));
  const read = findOf(
    trace,
    'call.returned',
    ({ actor, call, bytes }) => actor === 'server' && call === 'recv' && (bytes ?? 0) > 0,
  );
  return read && arrived && read.seq < arrived.seq ? read : undefined;
}

/** The recv() that returned the urgent byte, by itself. */
export function urgentRead(trace: Trace): EventOf<'call.returned'> | undefined {
  return findOf(trace, 'call.returned', ({ call, result }) => call === 'recv' && result === "b'!'");
}

/** What the program was told of the RST: an error of connect() or recv(). */
export function errorOfReset(trace: Trace): EventOf<'call.returned'> | undefined {
  const rst = firstWith(trace, 'RST');
  return rst && findOf(trace, 'call.returned', ({ actor, error }) => actor === rst.to && error !== undefined, rst.seq);
}

/** An RST that no call of the sender's program has asked for. */
export function resetByKernel(trace: Trace): SegmentSent | undefined {
  const rst = firstWith(trace, 'RST');
  const cause = rst?.cause === undefined ? undefined : trace.event(rst.cause);
  return cause?.kind === 'tcp.segment-delivered' ? rst : undefined;
}

/** Segments of the connection that was reset, after the RST. */
export function afterReset(trace: Trace): readonly SegmentSent[] {
  const rst = firstWith(trace, 'RST');
  if (!rst) return [];
  const ports = [rst.sourcePort, rst.destinationPort];
  return eventsOf(trace, 'tcp.segment-sent').filter(
    ({ seq, sourcePort, destinationPort }) =>
      seq > rst.seq && ports.includes(sourcePort) && ports.includes(destinationPort),
  );
}

// What this lab asks of a run: the send() of nothing, what left the host because of it, and who waits for what.
import { eventsOf, findOf, type SegmentSent } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

/** The first call that was to send nothing. */
export function emptySend(trace: Trace): EventOf<'call.entered'> | undefined {
  return findOf(
    trace,
    'call.entered',
    ({ call, actor, bytes }) => call === 'send' && actor === 'client' && bytes === 0,
  );
}

/** Its return. */
export function emptySent(trace: Trace): EventOf<'call.returned'> | undefined {
  const call = emptySend(trace);
  return call && findOf(trace, 'call.returned', ({ cause }) => cause === call.seq);
}

/** The client's recv() after it: for an answer to nothing. */
export function waitsForAnswer(trace: Trace): EventOf<'call.entered'> | undefined {
  const sent = emptySent(trace);
  return sent && findOf(trace, 'call.entered', ({ call, actor }) => call === 'recv' && actor === 'client', sent.seq);
}

/**
 * The first segment from the client after it, but for a late ACK of what came before; undefined: nothing left that host
 * any more.
 */
export function leftAfter(trace: Trace): SegmentSent | undefined {
  const call = emptySend(trace);
  if (!call) return undefined;
  const own = eventsOf(trace, 'tcp.segment-sent').filter(({ from }) => from === 'client');
  const known = own.findLast(({ seq }) => seq < call.seq)?.acknowledgment;
  return own.find(
    ({ seq, flags, length, acknowledgment }) =>
      seq > call.seq && !(flags === 'ACK' && length === 0 && acknowledgment !== known),
  );
}

/** Whether segments were seen at all: what did not leave can be told only where one would have been noticed. */
export function sawSegments(trace: Trace): boolean {
  return findOf(trace, 'tcp.segment-sent', () => true) !== undefined;
}

/** A recv() of the server that has not returned. */
export function serverWaits(trace: Trace): EventOf<'call.entered'> | undefined {
  const call = eventsOf(trace, 'call.entered').findLast(({ actor }) => actor === 'server');
  if (call?.call !== 'recv') return undefined;
  return findOf(trace, 'call.returned', ({ cause }) => cause === call.seq) ? undefined : call;
}

/** The run ended because everybody waited. */
export function deadlocked(trace: Trace): EventOf<'run.ended'> | undefined {
  return findOf(trace, 'run.ended', ({ reason }) => reason === 'deadlock');
}

/** The recv() that gave up. */
export function gaveUp(trace: Trace): EventOf<'call.returned'> | undefined {
  return findOf(trace, 'call.returned', ({ call, error }) => call === 'recv' && error !== undefined);
}

/** An empty line that went as one byte: its end. */
export function newlineSent(trace: Trace): SegmentSent | undefined {
  return findOf(trace, 'tcp.segment-sent', ({ from, length }) => from === 'client' && length === 1);
}

/** The end of the run when it never sent nothing. */
export function endWithout(trace: Trace): EventOf<'run.ended'> | undefined {
  return emptySend(trace) ? undefined : findOf(trace, 'run.ended', () => true);
}

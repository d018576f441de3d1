// What this lab asks of a run: how the client went, what its kernel said for it, and what the server made of that.
import { findOf, hasFlag, returnsOf, type SegmentSent } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

type Returned = EventOf<'call.returned'>;

/** The client's last call: close(), or the signal that ended it. */
export function leaves(trace: Trace): EventOf<'call.entered'> | undefined {
  return findOf(
    trace,
    'call.entered',
    ({ actor, call }) => actor === 'client' && (call === 'close' || call === 'kill'),
  );
}

/** The first FIN or RST of the client's kernel. */
export function goodbye(trace: Trace): SegmentSent | undefined {
  return findOf(
    trace,
    'tcp.segment-sent',
    (segment) => segment.from === 'client' && (hasFlag(segment, 'FIN') || hasFlag(segment, 'RST')),
  );
}

/** The server's recv() that brought no bytes: b"" or an error. */
export function heard(trace: Trace): Returned | undefined {
  return returnsOf(trace, 'recv', 'server').find(({ bytes = 0 }) => bytes === 0);
}

/** All empty reads of the server. */
export function emptyReads(trace: Trace): readonly Returned[] {
  return returnsOf(trace, 'recv', 'server').filter(({ bytes, error }) => bytes === 0 && error === undefined);
}

/** The kernel's RST in answer to bytes for a client that has gone. */
export function answeredByReset(trace: Trace): SegmentSent | undefined {
  const said = goodbye(trace);
  return said && findOf(trace, 'tcp.segment-sent', (one) => one.from === 'client' && hasFlag(one, 'RST'), said.seq + 1);
}

/** The server's send() into a connection that is no more. */
export function brokenPipe(trace: Trace): Returned | undefined {
  return returnsOf(trace, 'send', 'server').find(({ error }) => error?.startsWith('BrokenPipeError'));
}

/** The server's program ended by an error that it did not catch. */
export function died(trace: Trace): EventOf<'operation.failed'> | undefined {
  return findOf(trace, 'operation.failed', ({ actor }) => actor === 'server');
}

/** It caught the error and said so. */
export function caught(trace: Trace): EventOf<'text.printed'> | undefined {
  return findOf(trace, 'text.printed', ({ text }) => text.endsWith('the client has gone'));
}

export function ready(trace: Trace): EventOf<'text.printed'> | undefined {
  return findOf(trace, 'text.printed', ({ text }) => text.startsWith('ready'));
}

/** It would still be reading nothing. */
export function spun(trace: Trace): EventOf<'text.printed'> | undefined {
  return findOf(trace, 'text.printed', ({ text }) => text.endsWith('no end'));
}

// What a mark on a row says: a short name, and the whole event for whoever clicks it.
import type { TraceEvent } from '@lockstep/trace';

/** These are told by slices alone. */
const SLICES: ReadonlySet<string> = new Set([
  'call.entered',
  'call.returned',
  'thread.started',
  'thread.finished',
  'thread.blocked',
  'thread.unblocked',
  'thread.slept',
  'gil.taken',
  'gil.dropped',
  'gil.requested',
  'work.started',
  'work.finished',
  'future.started',
  'future.finished',
  'process.started',
  'process.exited',
  'socket.state',
]);

export function isToldBySlices({ kind }: TraceEvent): boolean {
  return SLICES.has(kind);
}

/** A name without numbers that differ each time, so that equal deeds are one frame in a flame graph. */
export function markName(event: TraceEvent): string {
  switch (event.kind) {
    case 'tcp.segment-sent':
      return `${event.flags}${event.length > 0 ? ' + data' : ''}`;
    case 'frame.sent':
      return event.protocol;
    case 'tcp.segment-delivered':
    case 'frame.delivered':
      return 'arrives';
    case 'tcp.segment-dropped':
    case 'frame.dropped':
      return 'lost';
    case 'text.printed':
      return 'prints';
    default:
      return `${event.kind}${objectOf(event)}`;
  }
}

function objectOf(event: TraceEvent): string {
  const [domain = ''] = event.kind.split('.');
  const payload = event as unknown as Readonly<Record<string, unknown>>;
  const object = payload[domain] ?? payload['name'] ?? payload['object'];
  return typeof object === 'string' ? ` ${object}` : '';
}

/** The whole event, but for what its place tells and the bytes of a frame. */
export function markArgs(event: TraceEvent): Readonly<Record<string, string | number | boolean>> {
  const { seq, at: _at, actor: _actor, cause, ...rest } = event as TraceEvent & { readonly bytes?: unknown };
  const args: Record<string, string | number | boolean> = { step: seq + 1 };
  if (cause !== undefined) args['cause'] = cause + 1;
  for (const [name, value] of Object.entries(rest))
    if (!(name === 'bytes' && typeof value === 'string')) args[name] = value as string | number | boolean;
  return args;
}

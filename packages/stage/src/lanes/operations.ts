// What an event looks like on its lane.
import type { Kind, Trace, TraceEvent } from '@lockstep/trace';

/** `block`: an operation; `mark`: it only changes how the lane goes on. */
export interface Operation {
  readonly form: 'block' | 'outline' | 'mark';
  readonly word: string;
  /** Second line, large. */
  readonly value?: number;
  /** Second line, small. */
  readonly detail?: string;
}

export function operationOf(event: TraceEvent, trace: Trace): Operation {
  switch (event.kind) {
    case 'value.read':
      return { form: 'block', word: 'load', value: event.value };
    case 'value.computed':
      return { form: 'block', word: computedWord(event, trace), value: event.value };
    case 'value.written':
      return { form: 'block', word: 'store', value: event.value };
    case 'value.added':
      return { form: 'block', word: 'atomic', value: event.value };
    case 'lock.requested':
      return { form: 'outline', word: 'request', detail: event.lock };
    case 'lock.acquired':
      return { form: 'block', word: 'acquire', detail: event.lock };
    case 'lock.released':
      return { form: 'block', word: 'release', detail: event.lock };
    case 'operation.failed':
      return { form: 'outline', word: 'fails', detail: event.operation };
    case 'text.printed':
      return { form: 'outline', word: 'print', detail: event.text };
    case 'thread.finished':
      return { form: 'outline', word: 'end' };
    case 'outcome.observed':
      return { form: 'outline', word: `= ${event.value.replace('-', '−')}` };
    default:
      return { form: 'mark', word: '' };
  }
}

/** Width of an event's column in the roomy drawing. */
export function columnWidth(kind: Kind): number {
  switch (kind) {
    case 'value.read':
    case 'value.computed':
    case 'value.written':
      return 42;
    case 'value.added':
    case 'operation.failed':
      return 50;
    case 'text.printed':
      return 46;
    case 'lock.requested':
    case 'lock.acquired':
    case 'lock.released':
      return 60;
    case 'thread.finished':
      return 32;
    case 'outcome.observed':
      return 40;
    default:
      return 20;
  }
}

/** Adding or subtracting, told from what the thread read. */
function computedWord(event: Extract<TraceEvent, { kind: 'value.computed' }>, trace: Trace): string {
  const basis = event.cause === undefined ? undefined : trace.event(event.cause);
  if (basis?.kind !== 'value.read') return 'compute';
  return event.value >= basis.value ? 'add' : 'sub';
}

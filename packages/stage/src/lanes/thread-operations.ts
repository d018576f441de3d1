// Threads, values and locks.
import type { EventOf, Kind, Trace } from '@lockstep/trace';
import type { OperationsOf } from './operation.ts';

type ThreadKind =
  | Extract<Kind, `${'thread' | 'value' | 'lock' | 'call'}.${string}`>
  | 'operation.failed'
  | 'text.printed'
  | 'outcome.observed'
  | 'run.failed'
  | 'run.dropped';

export const threadOperations: OperationsOf<ThreadKind> = {
  'run.failed': () => ({ form: 'failed', word: 'run', detail: 'failed' }),
  'run.dropped': ({ count }) => ({ form: 'refused', word: 'dropped', detail: String(count) }),
  'text.printed': ({ text }) => ({ form: 'outline', word: 'print', detail: text }),
  'outcome.observed': ({ value }) => ({ form: 'outline', word: `= ${value.replace('-', '−')}` }),

  'thread.spawned': ({ thread }, { mark }) => ({ form: 'block', word: 'start', detail: mark(thread) }),
  'thread.started': () => ({ form: 'tick', word: '' }),
  'thread.finished': () => ({ form: 'outline', word: 'end' }),
  'thread.killed': () => ({ form: 'torn', word: 'killed' }),
  'thread.joined': ({ thread, timedOut }, { mark }) => ({
    form: timedOut ? 'refused' : 'block',
    word: 'join',
    detail: mark(thread),
  }),
  'thread.checked': ({ alive }) => ({ form: 'outline', word: 'is_alive', detail: python(alive) }),
  'thread.blocked': () => ({ form: 'tick', word: '' }),
  'thread.unblocked': () => ({ form: 'tick', word: '' }),
  'thread.slept': ({ ms }) => ({ form: 'outline', word: 'sleep', detail: `${ms} ms` }),
  'operation.failed': ({ operation, error }) => ({
    form: 'failed',
    word: operation,
    detail: error.split(':', 1)[0] as string,
  }),

  'value.read': ({ value }) => ({ form: 'block', word: 'load', value }),
  'value.computed': (event, { trace }) => ({ form: 'block', word: computedWord(event, trace), value: event.value }),
  'value.written': ({ value }) => ({ form: 'block', word: 'store', value }),
  'value.added': ({ value }) => ({ form: 'block', word: 'atomic', value }),

  'lock.requested': ({ lock }) => ({ form: 'outline', word: 'request', detail: lock }),
  'lock.acquired': ({ lock, depth }) => ({ form: 'block', word: 'acquire', detail: deep(lock, depth, 1) }),
  'lock.released': ({ lock, depth }) => ({ form: 'block', word: 'release', detail: deep(lock, depth, 0) }),
  'lock.refused': ({ lock }) => ({ form: 'refused', word: 'acquire', detail: lock }),

  'call.entered': ({ call }) => ({ form: 'outline', word: call }),
  'call.returned': ({ call, result, error }) => ({
    form: error === undefined ? 'block' : 'failed',
    word: call,
    detail: error ?? result,
  }),
};

/** As Python prints it. */
export function python(flag: boolean): string {
  return flag ? 'True' : 'False';
}

function deep(lock: string, depth: number | undefined, usual: number): string {
  return depth === undefined || depth === usual ? lock : `×${depth} ${lock}`;
}

/** Adding or subtracting, told from what the thread read. */
function computedWord(event: EventOf<'value.computed'>, trace: Trace): string {
  const basis = event.cause === undefined ? undefined : trace.event(event.cause);
  if (basis?.kind !== 'value.read') return 'compute';
  return event.value >= basis.value ? 'add' : 'sub';
}

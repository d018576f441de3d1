// A schedule is a list of thread numbers. It is not stored beside the events: it is what the events say.
import type { Kind } from './kinds.ts';
import { clampCursor } from './model.ts';
import { threadNumber } from './thread-number.ts';
import type { Trace } from './trace.ts';

/** Kinds that stand for one operation each; the others (blocked, started, finished …) only tell of their effects. */
const OPERATIONS: ReadonlySet<Kind> = new Set<Kind>([
  'text.printed',
  'value.read',
  'value.computed',
  'value.written',
  'value.added',
  'lock.acquired',
  'lock.released',
  'lock.refused',
  'semaphore.acquired',
  'semaphore.released',
  'semaphore.refused',
  'condition.waited',
  'condition.notified',
  'condition.woken',
  'event.set',
  'event.cleared',
  'event.read',
  'event.waited',
  'barrier.arrived',
  'barrier.opened',
  'barrier.passed',
  'barrier.broken',
  'barrier.reset',
  'queue.put',
  'queue.got',
  'queue.measured',
  'queue.task-done',
  'queue.joined',
  'future.submitted',
  'future.started',
  'future.finished',
  'future.cancelled',
  'future.asked',
  'future.received',
  'future.callback-added',
  'future.called-back',
  'future.skipped',
  'pool.waited',
  'pool.shut-down',
  'pool.worker-rested',
  'pool.worker-left',
  'thread.spawned',
  'thread.joined',
  'thread.checked',
  'thread.slept',
  'operation.failed',
]);

/** The real part of runs in which CPython is stepped: a grant is one instruction, whatever that does to the values. */
const CPYTHON = 'cpython';

/** One operation of a run: the event that stands for it, and the number of the thread that did it. */
export interface ScheduledOperation {
  readonly seq: number;
  readonly thread: number;
}

/**
 * The operations before this cursor, in order. `main` counts where it is a thread of the program, not where it only
 * starts the others and waits for them.
 */
export function operationsAt(trace: Trace, cursor: number): readonly ScheduledOperation[] {
  const operations: ScheduledOperation[] = [];
  /** Threads that another one started: their beginning and their end are operations of theirs. */
  const spawned = new Set<string>();
  const end = clampCursor(trace, cursor);
  const isMainScheduled = trace.header.actors.some(({ id, role }) => id === 'main' && role === 'thread');
  const isByInstruction = trace.header.reality.parts.includes(CPYTHON);
  for (let seq = 0; seq < end; seq++) {
    const kind = trace.kindAt(seq);
    if (isByInstruction !== (kind === 'opcode.executed')) continue;
    if (kind === 'thread.started' && trace.causeAt(seq) !== undefined) spawned.add(trace.actorAt(seq));
    const isOwnLife = (kind === 'thread.started' || kind === 'thread.finished') && spawned.has(trace.actorAt(seq));
    if (!isByInstruction && !isOwnLife && !OPERATIONS.has(kind)) continue;
    const thread = threadNumber(trace.actorAt(seq));
    if (thread === 0 && !isMainScheduled) continue;
    if (thread !== undefined) operations.push({ seq, thread });
  }
  return operations;
}

/**
 * The schedule that led to this cursor: for each operation before it, the number of the thread that did it.
 *
 * @example scheduleAt(trace, trace.length) // [1, 1, 2, 2, 1, 2]
 */
export function scheduleAt(trace: Trace, cursor: number): readonly number[] {
  return operationsAt(trace, cursor).map(({ thread }) => thread);
}

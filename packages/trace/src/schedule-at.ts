// A schedule is a list of thread numbers from 1. It is not stored beside the events: it is what the events say.
import type { Kind } from './kinds.ts';
import { clampCursor } from './model.ts';
import type { Trace } from './trace.ts';

/** Kinds that stand for one operation each; the others (blocked, started, finished …) only tell of their effects. */
const OPERATIONS: ReadonlySet<Kind> = new Set<Kind>([
  'value.read',
  'value.computed',
  'value.written',
  'value.added',
  'lock.acquired',
  'lock.released',
  'thread.slept',
  'operation.failed',
]);

/**
 * The schedule that led to this cursor: for each operation before it, the number of the thread that did it.
 * Threads are the actors `t1`, `t2`, …
 *
 * @example scheduleAt(trace, trace.length) // [1, 1, 2, 2, 1, 2]
 */
export function scheduleAt(trace: Trace, cursor: number): readonly number[] {
  const schedule: number[] = [];
  const end = clampCursor(trace, cursor);
  for (let seq = 0; seq < end; seq++) {
    if (!OPERATIONS.has(trace.kindAt(seq))) continue;
    const thread = threadNumber(trace.actorAt(seq));
    if (thread !== undefined) schedule.push(thread);
  }
  return schedule;
}

/** The number of a thread from its actor id; undefined for any other actor. */
export function threadNumber(actor: string): number | undefined {
  const match = /^t([1-9]\d*)$/.exec(actor);
  return match ? Number(match[1]) : undefined;
}

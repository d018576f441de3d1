// From one cursor to another: what the keys of the player mean, as pure functions of the trace.
import { clampCursor } from './model.ts';
import type { Trace } from './trace.ts';

/** Cursor after the next event of this actor; unchanged when there is none. */
export function nextOfActor(trace: Trace, cursor: number, actor: string): number {
  for (let seq = clampCursor(trace, cursor); seq < trace.length; seq++)
    if (trace.actorAt(seq) === actor) return seq + 1;
  return cursor;
}

/** Cursor after the previous event of this actor; unchanged when there is none. */
export function previousOfActor(trace: Trace, cursor: number, actor: string): number {
  for (let seq = clampCursor(trace, cursor) - 2; seq >= 0; seq--) if (trace.actorAt(seq) === actor) return seq + 1;
  return cursor;
}

/** Cursor at the event that caused the present one; undefined when the cause is unknown. */
export function causeOf(trace: Trace, cursor: number): number | undefined {
  if (cursor < 1 || cursor > trace.length) return undefined;
  const cause = trace.causeAt(cursor - 1);
  return cause === undefined ? undefined : cause + 1;
}

/** Cursor at the first event that the present one caused. */
export function effectOf(trace: Trace, cursor: number): number | undefined {
  for (let seq = Math.max(0, cursor); seq < trace.length; seq++) if (trace.causeAt(seq) === cursor - 1) return seq + 1;
  return undefined;
}

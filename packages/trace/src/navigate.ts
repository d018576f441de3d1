// From one cursor to another: what the keys of the player mean, as pure functions of the trace.
import { firstEffectOf } from './effects.ts';
import { nextWhere, previousWhere } from './find-event.ts';
import { clampCursor } from './model.ts';
import type { Trace } from './trace.ts';

/** Cursor after the next event of this actor; unchanged when there is none. */
export function nextOfActor(trace: Trace, cursor: number, actor: string): number {
  const seq = nextWhere(trace, (shape) => shape.actor === actor, clampCursor(trace, cursor));
  return seq === undefined ? cursor : seq + 1;
}

/** Cursor after the previous event of this actor; unchanged when there is none. */
export function previousOfActor(trace: Trace, cursor: number, actor: string): number {
  const seq = previousWhere(trace, (shape) => shape.actor === actor, clampCursor(trace, cursor) - 2);
  return seq === undefined ? cursor : seq + 1;
}

/** Cursor at the event that caused the present one; undefined when the cause is unknown. */
export function causeOf(trace: Trace, cursor: number): number | undefined {
  if (cursor < 1 || cursor > trace.length) return undefined;
  const cause = trace.causeAt(cursor - 1);
  return cause === undefined ? undefined : cause + 1;
}

/** Cursor at the first event that the present one caused. */
export function effectOf(trace: Trace, cursor: number): number | undefined {
  if (cursor < 1 || cursor > trace.length) return undefined;
  const effect = firstEffectOf(trace, cursor - 1);
  return effect === undefined ? undefined : effect + 1;
}

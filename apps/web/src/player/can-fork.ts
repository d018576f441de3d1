import { hasFrames } from '@lockstep/lab';
import { scheduleAt, type Trace } from '@lockstep/trace';
import { rulesKnobOf } from './held-frames.ts';
import { openPrediction, type PlayerState } from './player-state.ts';

/** Where threads can be scheduled or frames held, any step with choices before or after it is a fork. */
export function canForkAt(state: PlayerState): boolean {
  const { lab, trace, cursor, length, pinned } = state;
  if (!trace || pinned || !lab.modes.includes('stepped') || openPrediction(state)) return false;
  if (trace.header.mode !== 'stepped' && trace.header.mode !== 'free') return false;
  if (cursor === 0 || length === 0) return false;
  return hasFrames(trace) ? rulesKnobOf(state) !== undefined : hasChoiceBefore(trace, cursor);
}

/** Long runs have their first choice early: more is looked at only as long as there was none. */
function hasChoiceBefore(trace: Trace, cursor: number): boolean {
  for (let end = 64; ; end *= 4) {
    if (scheduleAt(trace, Math.min(end, cursor)).length > 0) return true;
    if (end >= cursor) return false;
  }
}

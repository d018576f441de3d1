import { hasFrames } from '@lockstep/lab';
import { scheduleAt } from '@lockstep/trace';
import { rulesKnobOf } from './held-frames.ts';
import { openPrediction, type PlayerState } from './player-state.ts';

/** Where threads can be scheduled or frames held, any step with choices before or after it is a fork. */
export function canForkAt(state: PlayerState): boolean {
  const { lab, trace, cursor, length, pinned } = state;
  if (!trace || pinned || !lab.modes.includes('stepped') || openPrediction(state)) return false;
  if (trace.header.mode !== 'stepped' && trace.header.mode !== 'free') return false;
  if (cursor === 0 || length === 0) return false;
  return hasFrames(trace) ? rulesKnobOf(state) !== undefined : scheduleAt(trace, cursor).length > 0;
}

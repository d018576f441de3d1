// Slices must stay wide enough to be seen. Where the whole section would make them too narrow, the drawing is a window
// on it that goes with the cursor.
import type { Section } from './sections-of.ts';

const LEAST_SLICE_PX = 6;
/** Where the present stands in a window. */
const PRESENT_AT = 0.75;

export interface TimeWindow {
  readonly fromUs: number;
  readonly toUs: number;
  readonly isWhole: boolean;
}

export function timeWindowOf({ fromUs, toUs, rows }: Section, nowUs: number, room: number): TimeWindow {
  const slices = rows.reduce((sum, { held }) => sum + held.length, 0);
  const wanted = slices * LEAST_SLICE_PX;
  if (wanted <= room) return { fromUs, toUs: Math.max(toUs, fromUs + 1), isWhole: true };
  const lengthUs = ((toUs - fromUs) * room) / wanted;
  const start = Math.max(fromUs, Math.min(toUs - lengthUs, nowUs - lengthUs * PRESENT_AT));
  return { fromUs: start, toUs: start + lengthUs, isWhole: false };
}

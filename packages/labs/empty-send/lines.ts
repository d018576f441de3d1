import type { KnobValues } from '@lockstep/trace';

const MOST_LINES = 8;

/** What the user types, line by line: `hello,,bye` is three lines, the second of them empty. */
export function linesOf(knobs: KnobValues): readonly string[] {
  return String(knobs['typed']).split(',').slice(0, MOST_LINES);
}

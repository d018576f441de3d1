import type { Spacing, Trace } from '@lockstep/trace';
import { type Call, callsOf } from './calls.ts';
import { type Crossing, crossingsOf } from './crossings.ts';
import { hostsOf } from './geometry.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type InitialNumbers, initialNumbersOf } from './segment-label.ts';
import { type StateMark, stateMarksOf } from './state-marks.ts';

/** All that the trace says, worked out once for each length of it. */
export interface Reading {
  readonly crossings: readonly Crossing[];
  readonly calls: readonly Call[];
  readonly marks: readonly StateMark[];
  readonly initial: InitialNumbers;
  readonly layout: Layout;
  /** Height of each mark. */
  readonly markY: ReadonlyMap<StateMark, number>;
}

export function readingOf(trace: Trace, length: number, spacing: Spacing, kernel: boolean, segments: boolean): Reading {
  const marks = stateMarksOf(trace, length, { kernel, segments: segments || !kernel });
  const lone = marks.filter((mark) => mark.witness === 'segments');
  const layout = layoutOf(trace, length, spacing, hostsOf(trace)[0], lone);
  const markY = new Map(marks.map((mark) => [mark, layout.y[mark.seq] ?? 0]));
  for (const [index, mark] of lone.entries()) markY.set(mark, layout.derivedY[index] ?? 0);
  return {
    crossings: crossingsOf(trace, length),
    calls: callsOf(trace, length),
    marks,
    initial: initialNumbersOf(trace, length),
    layout,
    markY,
  };
}

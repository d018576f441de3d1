// One column an event. The more events, the narrower the columns; a block without room loses its words, then its
// number, but keeps its place: nothing ever overlaps.
import { paceOf, type Spacing, type Trace } from '@lockstep/trace';
import { columnWidth } from './operations.ts';

export interface Columns {
  /** Left edge of each event's column, and one more: the end of the last. */
  readonly x: Float64Array;
  readonly breaks: readonly ColumnBreak[];
}

interface ColumnBreak {
  readonly x: number;
  readonly after: number;
  readonly lengthUs: number;
}

const BREAK = 30;
const UNIT = 42;
const ROOMY = 60;
const NUMBERS = 240;
const LEAST_SNUG = 0.88;

/** @param room of the box: a run that nearly fits is drawn a little narrower, so that it does. */
export function columnsOf(trace: Trace, length: number, spacing: Spacing, room: number): Columns {
  const pace = paceOf(trace, spacing);
  const gaps = new Map(pace.gaps.map((gap) => [gap.after, gap.lengthUs]));
  const shrink = length <= ROOMY ? snug(trace, length, room) : length <= NUMBERS ? 0.64 : 0.3;
  const x = new Float64Array(length + 1);
  const breaks: ColumnBreak[] = [];
  for (let seq = 0; seq < length; seq++) {
    const own = Math.max(12, columnWidth(trace.kindAt(seq)) * shrink);
    const until = pace.positions[seq + 1] ?? (pace.positions[seq] as number) + 1;
    const timed = (until - (pace.positions[seq] as number)) * UNIT * shrink;
    const gapUs = gaps.get(seq);
    let width = spacing === 'true' && gapUs === undefined ? Math.max(12, timed) : own;
    if (gapUs !== undefined) {
      breaks.push({ x: (x[seq] as number) + width + BREAK / 2, after: seq, lengthUs: gapUs });
      width += BREAK;
    }
    x[seq + 1] = (x[seq] as number) + width;
  }
  return { x, breaks };
}

function snug(trace: Trace, length: number, room: number): number {
  let total = 0;
  for (let seq = 0; seq < length; seq++) total += columnWidth(trace.kindAt(seq));
  return total > room && total * LEAST_SNUG <= room ? room / total : 1;
}

/** Space for the marks of an event, without the break that may follow. */
export function widthOf({ x, breaks }: Columns, seq: number): number {
  const width = (x[seq + 1] as number) - (x[seq] as number);
  return breaks.some((one) => one.after === seq) ? width - BREAK : width;
}

export function middleOf(columns: Columns, seq: number): number {
  return (columns.x[seq] as number) + widthOf(columns, seq) / 2;
}

/** Which columns lie in a window of the drawing: the first, and one after the last. */
export function columnsIn({ x }: Columns, from: number, to: number): readonly [number, number] {
  return [Math.max(0, lowerBound(x, from) - 1), Math.min(x.length - 1, lowerBound(x, to))];
}

/** Index of the first value that is not below `wanted`. */
function lowerBound(values: Float64Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

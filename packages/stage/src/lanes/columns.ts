// One column an event, as wide as its words; in true time narrower or wider. A block without room loses its words, then
// its number, but keeps its place: nothing ever overlaps.
import { paceOf, type Spacing, type Trace } from '@lockstep/trace';
import { columnWidth } from './column-width.ts';

export interface Columns {
  /** Left edge of each event's column, and one more: the end of the last. */
  readonly x: Float64Array;
  /** Right edge of each event's marks: the column's end, without the break that may follow. */
  readonly ends: Float64Array;
  readonly breaks: readonly ColumnBreak[];
}

interface ColumnBreak {
  readonly x: number;
  readonly after: number;
  readonly lengthUs: number;
}

const BREAK = 30;
const UNIT = 42;
/** Longer runs are drawn narrower, as far as words can still be read: only a window of them is seen anyhow. */
const ROOMY = 160;
const NARROW = 0.8;
/** Runs up to this length are drawn a little narrower where that lets the whole of them be seen. */
const SNUG = 60;
const LEAST_SNUG = 0.88;
const LEAST = 12;

/** @param room of the box: a run that nearly fits is drawn a little narrower, so that it does. */
export function columnsOf(trace: Trace, length: number, spacing: Spacing, room: number): Columns {
  const pace = paceOf(trace, spacing);
  const gaps = new Map(pace.gaps.map((gap) => [gap.after, gap.lengthUs]));
  const telling = { trace, mark: () => '1' };
  const own = Float64Array.from({ length }, (_, seq) => columnWidth(trace.event(seq), telling));
  const shrink = length <= ROOMY ? snug(own, room) : NARROW;
  const x = new Float64Array(length + 1);
  const ends = new Float64Array(length);
  const breaks: ColumnBreak[] = [];
  for (let seq = 0; seq < length; seq++) {
    const from = x[seq] as number;
    const until = pace.positions[seq + 1] ?? (pace.positions[seq] as number) + 1;
    const timed = (until - (pace.positions[seq] as number)) * UNIT * shrink;
    const gapUs = gaps.get(seq);
    const isTimed = spacing === 'true' && gapUs === undefined;
    const end = from + Math.max(LEAST, isTimed ? timed : (own[seq] as number) * shrink);
    if (gapUs !== undefined) breaks.push({ x: end + BREAK / 2, after: seq, lengthUs: gapUs });
    ends[seq] = end;
    x[seq + 1] = gapUs === undefined ? end : end + BREAK;
  }
  return { x, ends, breaks };
}

function snug(own: Float64Array, room: number): number {
  if (own.length > SNUG) return 1;
  const total = own.reduce((sum, width) => sum + width, 0);
  return total > room && total * LEAST_SNUG <= room ? room / total : 1;
}

/** Space for the marks of an event, without the break that may follow. */
export function widthOf({ x, ends }: Columns, seq: number): number {
  return (ends[seq] as number) - (x[seq] as number);
}

export function middleOf(columns: Columns, seq: number): number {
  return (columns.x[seq] as number) + widthOf(columns, seq) / 2;
}

/** Which columns lie in a window of the drawing: the first, and one after the last. */
export function columnsIn({ x }: Columns, from: number, to: number): readonly [number, number] {
  return [Math.max(0, lowerBound(x, from) - 1), Math.min(x.length - 1, lowerBound(x, to))];
}

/** Index of the first value that is not below `wanted`. */
export function lowerBound(values: Float64Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

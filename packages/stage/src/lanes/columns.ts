// One column an event, as wide as its words; in true time narrower or wider. A block without room loses its words, then
// its number, but keeps its place: nothing ever overlaps.
import { type Gap, paceOf, type Spacing, type Trace } from '@lockstep/trace';
import { columnWidth } from './column-width.ts';
import type { Passage } from './passage.ts';

export interface Columns {
  /** The first event that has a column; of a run that is not too long: 0. */
  readonly first: number;
  /** Left edge of each event's column from the first on, and one more: the end of the last. */
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

/**
 * @param length of the run
 * @param room of the box: a run that nearly fits is drawn a little narrower, so that it does.
 * @param passage the part of the run that gets columns
 */
export function columnsOf(
  trace: Trace,
  length: number,
  spacing: Spacing,
  room: number,
  passage: Passage = { from: 0, to: length },
): Columns {
  const pace = paceOf(trace, spacing);
  const first = passage.from;
  const count = passage.to - first;
  const gaps = new Map(gapsIn(pace.gaps, first, passage.to).map((gap) => [gap.after, gap.lengthUs]));
  const telling = { trace, mark: () => '1' };
  const own = Float64Array.from({ length: count }, (_, at) => columnWidth(trace.event(first + at), telling));
  const shrink = length <= ROOMY ? snug(own, room) : NARROW;
  const x = new Float64Array(count + 1);
  const ends = new Float64Array(count);
  const breaks: ColumnBreak[] = [];
  let position = pace.positionOf(first);
  for (let at = 0; at < count; at++) {
    const from = x[at] as number;
    const until = first + at + 1 < pace.count ? pace.positionOf(first + at + 1) : position + 1;
    const timed = (until - position) * UNIT * shrink;
    position = until;
    const gapUs = gaps.get(first + at);
    const isTimed = spacing === 'true' && gapUs === undefined;
    const end = from + Math.max(LEAST, isTimed ? timed : (own[at] as number) * shrink);
    if (gapUs !== undefined) breaks.push({ x: end + BREAK / 2, after: first + at, lengthUs: gapUs });
    ends[at] = end;
    x[at + 1] = gapUs === undefined ? end : end + BREAK;
  }
  return { first, x, ends, breaks };
}

/** The silences in a part of the run. */
function gapsIn(gaps: readonly Gap[], from: number, to: number): readonly Gap[] {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gaps[middle] as Gap).after < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < gaps.length && (gaps[end] as Gap).after < to) end++;
  return gaps.slice(low, end);
}

function snug(own: Float64Array, room: number): number {
  if (own.length > SNUG) return 1;
  const total = own.reduce((sum, width) => sum + width, 0);
  return total > room && total * LEAST_SNUG <= room ? room / total : 1;
}

/** Space for the marks of an event, without the break that may follow. */
export function widthOf({ first, x, ends }: Columns, seq: number): number {
  return (ends[seq - first] ?? 0) - (x[seq - first] ?? 0);
}

/** Left edge of a column. What lies before all columns begins with them; what lies after them, at their end. */
export function leftOf({ first, x }: Columns, seq: number): number {
  return x[Math.max(0, Math.min(x.length - 1, seq - first))] as number;
}

/** The end of the last column. */
export function endOf({ x }: Columns): number {
  return x.at(-1) as number;
}

export function middleOf(columns: Columns, seq: number): number {
  return leftOf(columns, seq) + widthOf(columns, seq) / 2;
}

/** Which columns lie in a window of the drawing: the first, and one after the last. */
export function columnsIn({ first, x }: Columns, from: number, to: number): readonly [number, number] {
  return [first + Math.max(0, lowerBound(x, from) - 1), first + Math.min(x.length - 1, lowerBound(x, to))];
}

/** The first event whose column does not begin before `wanted`. */
export function columnFrom({ first, x }: Columns, wanted: number): number {
  return first + lowerBound(x, wanted);
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

// Where each event stands on a time axis. Logical: one unit an event. True: by time, with dead time collapsed, so
// that a millisecond of handshake stays readable beside a second of silence. Times are read once, as the trace grows;
// positions are kept for every few hundred events, and reckoned from there.
import { createMedian, type Median } from './median.ts';
import type { Trace } from './trace.ts';

export type Spacing = 'logical' | 'true';

/** A stretch in which nothing happened, drawn as a break. */
export interface Gap {
  /** The silence lies between the events `after` and `after + 1`. */
  readonly after: number;
  readonly lengthUs: number;
}

export interface Pace {
  /** Events that have a position. */
  readonly count: number;
  /** Position of an event, rising, in units of one event's usual width; of what comes after the last: `length`. */
  positionOf(seq: number): number;
  /** The last event at or before a position; -1 before the first. */
  seqAt(position: number): number;
  readonly gaps: readonly Gap[];
  /** Position of the end. */
  readonly length: number;
}

/** A silence longer than this many times the median distance, and than MIN_GAP_US, is collapsed. */
const GAP_FACTOR = 40;
const MIN_GAP_US = 20_000;
/** Width of a collapsed silence, and the most a shown distance may take, in units. */
const GAP_WIDTH = 2;
const WIDEST = 4;
const NARROWEST = 0.35;
/** Events between two kept positions. */
const STRIDE = 256;

/** What is known of the times of a trace so far. */
interface Times {
  /** Events read. */
  count: number;
  readonly median: Median;
  /** Silences that are long enough for gaps, if they are long beside the others. */
  readonly silences: Gap[];
  readonly paces: Map<Spacing, Pace>;
}

const known = new WeakMap<Trace, Times>();

/** The pace of the trace as it is now; made anew only when it has grown. */
export function paceOf(trace: Trace, spacing: Spacing): Pace {
  const times = timesOf(trace);
  const last = times.paces.get(spacing);
  if (last?.count === trace.length) return last;
  const medianUs = times.median.value() ?? 1;
  const threshold = Math.max(MIN_GAP_US, medianUs * GAP_FACTOR);
  const gaps = times.silences.filter(({ lengthUs }) => lengthUs > threshold);
  const pace =
    spacing === 'logical' ? logicalPace(trace.length, gaps) : truePace(trace, trace.length, gaps, threshold, medianUs);
  times.paces.set(spacing, pace);
  return pace;
}

function timesOf(trace: Trace): Times {
  let times = known.get(trace);
  if (!times) known.set(trace, (times = { count: 0, median: createMedian(), silences: [], paces: new Map() }));
  for (; times.count < trace.length; times.count++) {
    if (times.count === 0) continue;
    const distance = distanceBefore(trace, times.count);
    if (distance > 0) times.median.add(distance);
    if (distance > MIN_GAP_US) times.silences.push({ after: times.count - 1, lengthUs: distance });
  }
  return times;
}

function distanceBefore(trace: Trace, seq: number): number {
  return Math.max(0, trace.atUs(seq) - trace.atUs(seq - 1));
}

function logicalPace(count: number, gaps: readonly Gap[]): Pace {
  return {
    count,
    gaps,
    length: count,
    positionOf: (seq) => Math.min(seq, count),
    seqAt: (position) => Math.min(count - 1, Math.floor(position)),
  };
}

function truePace(trace: Trace, count: number, gaps: readonly Gap[], threshold: number, medianUs: number): Pace {
  const kept = new Float64Array(Math.ceil(count / STRIDE));
  const stepTo = (seq: number): number => {
    const distance = distanceBefore(trace, seq);
    return distance > threshold ? GAP_WIDTH : Math.min(WIDEST, NARROWEST + distance / (medianUs * 2));
  };
  let position = 0;
  for (let seq = 0; seq < count; seq++) {
    if (seq > 0) position += stepTo(seq);
    if (seq % STRIDE === 0) kept[seq / STRIDE] = position;
  }
  const length = count === 0 ? 0 : position + 1;

  function positionOf(seq: number): number {
    if (seq >= count) return length;
    const from = Math.floor(seq / STRIDE);
    let at = kept[from] as number;
    for (let next = from * STRIDE + 1; next <= seq; next++) at += stepTo(next);
    return at;
  }

  function seqAt(wanted: number): number {
    if (count === 0 || wanted < 0) return -1;
    let low = 0;
    let high = kept.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((kept[middle] as number) <= wanted) low = middle;
      else high = middle - 1;
    }
    let seq = low * STRIDE;
    let at = kept[low] as number;
    while (seq + 1 < count && (at += stepTo(seq + 1)) <= wanted) seq++;
    return seq;
  }

  return { count, gaps, length, positionOf, seqAt };
}

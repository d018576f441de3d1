// Where each event stands on a time axis. Logical: one unit an event. True: by time, with dead time collapsed, so
// that a millisecond of handshake stays readable beside a second of silence.
import type { Trace } from './trace.ts';

export type Spacing = 'logical' | 'true';

/** A stretch in which nothing happened, drawn as a break. */
export interface Gap {
  /** The silence lies between the events `after` and `after + 1`. */
  readonly after: number;
  readonly lengthUs: number;
}

export interface Pace {
  /** Position of each event, rising, in units of one event's usual width. */
  readonly positions: Float64Array;
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

export function paceOf(trace: Trace, spacing: Spacing): Pace {
  const count = trace.length;
  const positions = new Float64Array(count);
  const gaps: Gap[] = [];
  const distances: number[] = [];
  for (let seq = 1; seq < count; seq++) distances.push(Math.max(0, trace.atUs(seq) - trace.atUs(seq - 1)));
  const sorted = distances.filter((d) => d > 0).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 1;
  const threshold = Math.max(MIN_GAP_US, median * GAP_FACTOR);
  let position = 0;
  for (let seq = 0; seq < count; seq++) {
    if (seq > 0) {
      const distance = distances[seq - 1] as number;
      const isGap = distance > threshold;
      if (isGap) gaps.push({ after: seq - 1, lengthUs: distance });
      if (spacing === 'logical') position += 1;
      else position += isGap ? GAP_WIDTH : Math.min(WIDEST, NARROWEST + distance / (median * 2));
    }
    positions[seq] = position;
  }
  return { positions, gaps, length: count === 0 ? 0 : position + 1 };
}

// What the switch interval is about: how often the lock goes to another thread, and how long each keeps it.
import type { DropReason } from './interpreter-lock.ts';

/** A stretch of time in which one thread, with no other between, had the lock. */
export interface Slice {
  /** Number of the thread, from 1. */
  readonly thread: number;
  readonly fromUs: number;
  readonly toUs: number;
  /** Why it gave the lock away in the end. */
  readonly reason: DropReason;
}

export interface SliceMeasure {
  readonly switches: number;
  readonly perSecond: number;
  /** Of the slices that ended by request; of all where none did. */
  readonly medianSliceUs: number;
}

/** Measures slices that follow each other. */
export function measureOf(slices: readonly Slice[]): SliceMeasure {
  const first = slices[0];
  const last = slices.at(-1);
  const seconds = first && last ? (last.toUs - first.fromUs) / 1e6 : 0;
  const switches = Math.max(0, slices.length - 1);
  const asked = slices.filter(({ reason }) => reason === 'request');
  const lengths = (asked.length > 0 ? asked : slices).map(({ fromUs, toUs }) => toUs - fromUs);
  const perSecond = seconds > 0 ? Math.round((10 * switches) / seconds) / 10 : 0;
  return { switches, perSecond, medianSliceUs: Math.round(medianOf(lengths) ?? 0) };
}

/** The middle one; of two in the middle, the larger. Undefined: there is none. */
export function medianOf(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

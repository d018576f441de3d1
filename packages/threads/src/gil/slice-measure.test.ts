import { expect, it } from 'vitest';
import type { DropReason } from './interpreter-lock.ts';
import { measureOf, medianOf, type Slice } from './slice-measure.ts';

/** Slices that follow each other: number of the thread, length in ms, and why they ended. */
function slicesOf(...plan: readonly (readonly [thread: number, ms: number, reason: DropReason])[]): readonly Slice[] {
  let at = 3000;
  return plan.map(([thread, ms, reason]) => {
    const fromUs = at;
    at += ms * 1000;
    return { thread, fromUs, toUs: at, reason };
  });
}

it('counts switches between slices, over the time that they cover', () => {
  const slices = slicesOf([1, 5, 'request'], [2, 5, 'request'], [1, 5, 'request'], [2, 5, 'finished']);
  expect(measureOf(slices)).toEqual({ switches: 3, perSecond: 150, medianSliceUs: 5000 });
});

it('takes the median of the slices that ended by request, of all where none did', () => {
  const slices = slicesOf([1, 6, 'request'], [2, 0.1, 'io'], [1, 7, 'request'], [2, 0.1, 'io'], [1, 40, 'finished']);
  expect(measureOf(slices).medianSliceUs).toBe(7000);
  expect(measureOf(slices.slice(1, 2)).medianSliceUs).toBe(100);
});

it('has nothing to say of no slices', () => {
  expect(measureOf([])).toEqual({ switches: 0, perSecond: 0, medianSliceUs: 0 });
  expect(medianOf([])).toBeUndefined();
});

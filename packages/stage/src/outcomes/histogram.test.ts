import { describe, expect, it } from 'vitest';
import { batchTrace } from '../testing/race-trace.ts';
import { dotPlanOf } from './dots.ts';
import { histogramOf } from './histogram.ts';

describe('the histogram of outcomes', () => {
  it('sorts values as numbers and marks the expected one', () => {
    const trace = batchTrace([
      [-1, 4],
      [10, 1],
      [0, 20],
      [9, 2],
    ]);
    const { rows, runs, overlapPercent } = histogramOf(trace, trace.length, 9);
    expect(rows.map(({ label, count }) => `${label}: ${count}`)).toEqual(['10: 1', '9: 2', '0: 20', '-1: 4']);
    expect(rows.find((row) => row.expected)?.label).toBe('0');
    expect({ runs, overlapPercent }).toEqual({ runs: 27, overlapPercent: 92 });
  });

  it('counts only what happened before the cursor', () => {
    const trace = batchTrace([
      [0, 3],
      [1, 3],
    ]);
    expect(histogramOf(trace, 4, 9).rows.map(({ label, count }) => [label, count])).toEqual([
      ['1', 1],
      ['0', 3],
    ]);
  });

  it('gives a forced outcome a row even if no free run ended so', () => {
    const trace = batchTrace([[0, 3]]);
    expect(histogramOf(trace, trace.length, 9, ['-1']).rows.map(({ label, count }) => [label, count])).toEqual([
      ['0', 3],
      ['-1', 0],
    ]);
  });

  it('bins many values without losing one, the expected value alone in its row', () => {
    const trace = batchTrace(Array.from({ length: 61 }, (_, index) => [index * 13 - 390, 1 + (index % 5)] as const));
    const histogram = histogramOf(trace, trace.length, 7);
    expect(histogram.binned).toBe(true);
    expect(histogram.rows.length).toBeLessThanOrEqual(7);
    expect(histogram.rows.reduce((sum, row) => sum + row.count, 0)).toBe(histogram.runs);
    expect(histogram.rows.find((row) => row.expected)?.label).toBe('0');
    for (let value = -390; value <= 390; value += 13)
      expect(histogram.rows.filter((row) => row.has(String(value)))).toHaveLength(1);
  });
});

describe('dots', () => {
  it('stand for one run each as long as they fit, and never vanish', () => {
    expect(dotPlanOf([2, 994, 4], 380, 170).runsPerDot).toBe(1);
    const scaled = dotPlanOf([2, 24_000, 4], 380, 170);
    expect(scaled.runsPerDot).toBeGreaterThan(1);
    expect(scaled.rowHeights.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(170);
  });

  it('and their rows are larger where there is room', () => {
    const counts = [1, 2, 37, 27, 27, 4, 2];
    const roomy = dotPlanOf(counts, 560, 620);
    expect(roomy.pitch).toBeGreaterThan(dotPlanOf([2, 994, 4], 380, 170).pitch);
    const filled = roomy.rowHeights.reduce((sum, one) => sum + one, 0);
    expect(filled).toBeGreaterThan(620 * 0.75);
    expect(filled).toBeLessThanOrEqual(620);
  });
});

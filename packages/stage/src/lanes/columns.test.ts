import { describe, expect, it } from 'vitest';
import { raceTrace } from '../testing/race-trace.ts';
import { columnsIn, columnsOf } from './columns.ts';
import { laneViewOf } from './view.ts';

describe('columns of events', () => {
  it('follow each other without overlap, however many there are', () => {
    for (const rounds of [1, 12, 60]) {
      const trace = raceTrace('111222'.repeat(rounds));
      for (const spacing of ['logical', 'true'] as const) {
        const { x } = columnsOf(trace, trace.length, spacing, 600);
        for (let seq = 0; seq < trace.length; seq++)
          expect((x[seq + 1] ?? 0) - (x[seq] ?? 0)).toBeGreaterThanOrEqual(12);
      }
    }
  });

  it('get narrower in long runs, as far as their words can still be read', () => {
    const short = raceTrace('111222');
    const long = raceTrace('111222'.repeat(60));
    const widthAt = (trace: typeof short) => {
      const { x } = columnsOf(trace, trace.length, 'logical', 600);
      return (x[5] ?? 0) - (x[4] ?? 0);
    };
    expect(widthAt(short)).toBe(42);
    expect(widthAt(long)).toBeCloseTo(33.6);
  });

  it('are found by their place', () => {
    const trace = raceTrace('111222');
    const columns = columnsOf(trace, trace.length, 'logical', 600);
    const [first, last] = columnsIn(columns, columns.x[4] ?? 0, columns.x[6] ?? 0);
    expect(first).toBeLessThanOrEqual(4);
    expect(last).toBeGreaterThanOrEqual(6);
  });

  it('keep the present one in the window, with room for notes at its right', () => {
    const trace = raceTrace('111222'.repeat(20));
    const columns = columnsOf(trace, trace.length, 'logical', 600);
    for (let cursor = 1; cursor <= trace.length; cursor++) {
      const view = laneViewOf(columns, cursor, 600, true);
      expect(columns.x[cursor - 1]).toBeGreaterThanOrEqual(view.from);
      expect(view.to - view.nowX).toBeGreaterThanOrEqual(150);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleTrace } from '../testing/sample-run.ts';
import { gapsWithRoom, scrubberLayout, withoutCollisions } from './scrubber-layout.ts';

const box = { width: 700, labels: 96, rowHeight: 14, top: 15, count: 7 };

describe('scrubberLayout', () => {
  test('under the place of each event lies its step', () => {
    const spacing = fc.constantFrom('logical' as const, 'true' as const);
    const width = fc.integer({ min: 150, max: 2000 });
    fc.assert(
      fc.property(spacing, width, fc.nat(6), (one, pixels, seq) => {
        const layout = scrubberLayout(sampleTrace(), one, { ...box, width: pixels });
        expect(layout.cursorAt(layout.x(seq) + 0.01)).toBe(seq + 1);
      }),
    );
  });

  test('left of the first event lies step 0, right of the last the end', () => {
    const layout = scrubberLayout(sampleTrace(), 'logical', box);
    expect(layout.cursorAt(0)).toBe(0);
    expect(layout.cursorAt(9999)).toBe(7);
  });

  test('each actor has its row', () => {
    const layout = scrubberLayout(sampleTrace(), 'logical', box);
    expect([...layout.rowY.entries()]).toEqual([
      ['t1', 22],
      ['t2', 36],
    ]);
  });

  test('a run without events lays out empty', () => {
    expect(scrubberLayout(sampleTrace(0), 'logical', { ...box, count: 0 }).cursorAt(400)).toBe(0);
  });
});

test('a label that would run into the next keeps its mark only', () => {
  const labels = [
    { x: 0, text: 'both established' },
    { x: 40, text: 'accept()' },
    { x: 300, text: '半关闭' },
  ];
  expect(withoutCollisions(labels, 400).map((label) => label.isNamed)).toEqual([false, true, true]);
});

test('of two gaps side by side the longer one says its length', () => {
  const gaps = [
    { after: 1, lengthUs: 41_000, x: 100 },
    { after: 4, lengthUs: 306_000, x: 130 },
    { after: 9, lengthUs: 5_000, x: 300 },
  ];
  expect(gapsWithRoom(gaps)).toEqual(new Set([4, 9]));
});

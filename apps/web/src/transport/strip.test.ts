import { createTrace, type Fact } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { sampleTrace } from '../testing/sample-run.ts';
import { overviewOf } from './overview.ts';
import { scrubberLayout } from './scrubber-layout.ts';
import { type Pixels, stripOf } from './strip.ts';

const INK = [1, 2, 3] as const;
const COLOURS = [
  [200, 0, 0],
  [0, 200, 0],
] as const;

/** The first half is all the first thread's, the second half shared one to three. */
function drawn(length: number, ratio = 1, dropped?: number) {
  const trace = createTrace(sampleTrace(0).header);
  for (let seq = 0; seq < length; seq++) {
    const actor = seq < length / 2 || seq % 4 === 0 ? 't1' : 't2';
    const base = { at: seq, actor, source: 'program' } as const;
    const fact: Fact =
      seq === dropped
        ? { ...base, kind: 'run.dropped', where: 'here', count: 1 }
        : { ...base, kind: 'text.printed', text: 'x' };
    trace.append(fact);
  }
  const layout = scrubberLayout(trace, 'logical', { width: 400, labels: 0, rowHeight: 14, top: 0, count: length });
  return stripOf({ overview: overviewOf(trace, length), layout, ratio, colours: COLOURS, ink: INK });
}

function pixelAt({ width, data }: Pixels, x: number, y: number): readonly number[] {
  const at = (y * width + x) * 4;
  return [...data.subarray(at, at + 4)];
}

describe('the strip of a long run', () => {
  test.each([1000, 100_000])('shows who did how much where, of %i events', (length) => {
    const { past } = drawn(length);
    expect(pixelAt(past, 100, 7)).toEqual([200, 0, 0, 255]);
    expect(pixelAt(past, 100, 21)[3]).toBe(0);
    const [, , , faint] = pixelAt(past, 300, 7);
    const [red, green, , full] = pixelAt(past, 300, 21);
    expect([red, green]).toEqual([0, 200]);
    expect(full as number).toBeGreaterThan(faint as number);
    expect(faint as number).toBeGreaterThan(60);
  });

  test('what is still to come is fainter, and lies at the same places', () => {
    const { past, future } = drawn(100_000);
    for (let at = 3; at < past.data.length; at += 4) {
      const [done, ahead] = [past.data[at] as number, future.data[at] as number];
      expect(ahead === 0).toBe(done === 0);
      expect(ahead).toBeLessThanOrEqual(done);
    }
  });

  test('a loss is a cross in ink, one event among a hundred thousand', () => {
    const { past } = drawn(100_000, 1, 75_000);
    const crossed = Array.from({ length: 9 }, (_, n) => pixelAt(past, 296 + n, 7)).filter(([red]) => red === INK[0]);
    expect(crossed.length).toBeGreaterThan(0);
  });

  test('a finer screen gets finer pixels', () => {
    const { past } = drawn(1000, 2);
    expect([past.width, past.height]).toEqual([800, 56]);
    expect(pixelAt(past, 200, 14)).toEqual([200, 0, 0, 255]);
  });
});

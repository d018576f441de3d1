import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMedian } from './median.ts';

const positive = fc.double({ min: 0.001, max: 1e9, noNaN: true });

function medianOf(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

test('of a few thousand numbers the median is exact, asked at any time', () => {
  fc.assert(
    fc.property(fc.array(positive, { maxLength: 60 }), (values) => {
      const median = createMedian();
      for (const [index, value] of values.entries()) {
        median.add(value);
        expect(median.value()).toBe(medianOf(values.slice(0, index + 1)));
      }
    }),
  );
  expect(createMedian().value()).toBeUndefined();
});

test('of more it is right within one part in a hundred', () => {
  const seeds = fc.array(positive, { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(seeds, (seed) => {
      const values = Array.from({ length: 5000 }, (_, n) => (seed[n % seed.length] as number) * (1 + (n % 97) / 10));
      const median = createMedian();
      for (const value of values) median.add(value);
      expect((median.value() as number) / (medianOf(values) as number)).toBeCloseTo(1, 1.7);
    }),
    { numRuns: 20 },
  );
});

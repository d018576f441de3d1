import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberColumn } from './number-column.ts';

const int = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer(), fc.constantFrom(-(2 ** 31), 2 ** 31 - 1));

test('a column gives back what was put in, near or far from its neighbours', () => {
  fc.assert(
    fc.property(fc.array(int, { maxLength: 200, size: 'max' }), fc.integer({ min: 0, max: 5000 }), (list, start) => {
      const column = new NumberColumn();
      const all = [...Array.from({ length: start }, (_, n) => n * 3), ...list, ...list.map((value) => value >> 8)];
      for (const value of all) column.push(value);
      expect(all.map((_, place) => column.at(place))).toEqual(all);
    }),
    { numRuns: 50 },
  );
});

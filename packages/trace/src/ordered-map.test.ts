import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withEntry, withoutEntry } from './ordered-map.ts';

/** Few enough that keys come again; numbers and texts, and some texts with the same hash as others' beginnings. */
const key = fc.oneof(fc.nat(300), fc.integer(), fc.string({ maxLength: 2 }));
const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), key, fc.nat()), { maxLength: 600, size: 'max' });

test('a map is what a Map after the same changes is, order included, and earlier ones stay as they were', () => {
  fc.assert(
    fc.property(changes, fc.nat(500), (all, kept) => {
      let map: ReadonlyMap<string | number, number> = new Map();
      const naive = new Map<string | number, number>();
      let early: readonly [ReadonlyMap<string | number, number>, ReadonlyMap<string | number, number>] = [map, map];
      for (const [index, [what, one, value]] of all.entries()) {
        map = what < 7 ? withEntry(map, one, value) : withoutEntry(map, one);
        if (what < 7) naive.set(one, value);
        else naive.delete(one);
        if (index === kept) early = [map, new Map(naive)];
      }
      for (const [mine, other] of [early, [map, naive]] as const) {
        expect([...mine]).toEqual([...other]);
        expect(mine.size).toBe(other.size);
        for (const [one, value] of other) expect(mine.get(one)).toBe(value);
        expect(mine.has('not there')).toBe(false);
        expect([...mine.keys()]).toEqual([...other.keys()]);
        expect([...mine.values()]).toEqual([...other.values()]);
      }
    }),
    { numRuns: 60 },
  );
});

test('keys whose hashes are the same live side by side', () => {
  // Of a number 32 bits count.
  let map: ReadonlyMap<number, string> = new Map();
  for (let n = 0; n < 40; n++) map = withEntry(map, n, 'small');
  map = withEntry(withEntry(map, 2 ** 32 + 5, 'large'), 2 ** 33 + 5, 'larger');
  expect([map.get(5), map.get(2 ** 32 + 5), map.get(2 ** 33 + 5)]).toEqual(['small', 'large', 'larger']);
  expect(withoutEntry(map, 2 ** 32 + 5).get(2 ** 33 + 5)).toBe('larger');
  expect(withoutEntry(map, 2 ** 32 + 5).has(2 ** 32 + 5)).toBe(false);
});

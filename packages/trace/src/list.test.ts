import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type List, withItem, withItemAt, withoutItemAt } from './list.ts';

type Change = readonly ['add' | 'replace' | 'remove', number];

const changes = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constant('add' as const) },
      { weight: 2, arbitrary: fc.constant('replace' as const) },
      { weight: 3, arbitrary: fc.constant('remove' as const) },
    ),
    fc.nat(4000),
  ),
  { minLength: 0, maxLength: 2500, size: 'max' },
);

function changed(list: List<number>, [what, number]: Change): List<number> {
  if (what === 'add' || list.length === 0) return withItem(list, number);
  const index = number % list.length;
  return what === 'replace' ? withItemAt(list, index, number) : withoutItemAt(list, index);
}

function naive(list: readonly number[], [what, number]: Change): readonly number[] {
  if (what === 'add' || list.length === 0) return [...list, number];
  const index = number % list.length;
  return what === 'replace' ? list.with(index, number) : list.toSpliced(index, 1);
}

test('a list is what an array after the same changes is, and earlier ones stay as they were', () => {
  fc.assert(
    fc.property(changes, fc.nat(2000), (all, kept) => {
      let list: List<number> = [];
      let array: readonly number[] = [];
      let early: readonly [List<number>, readonly number[]] = [list, array];
      for (const [index, change] of all.entries()) {
        list = changed(list, change);
        array = naive(array, change);
        if (index === kept) early = [list, array];
      }
      for (const [one, other] of [early, [list, array]] as const) {
        expect([...one]).toEqual(other);
        expect(one.length).toBe(other.length);
        expect([one.at(0), one.at(-1), one.at(other.length), one.at(77)]).toEqual([
          other.at(0),
          other.at(-1),
          undefined,
          other.at(77),
        ]);
        expect(one.slice(5, -5)).toEqual(other.slice(5, -5));
        expect([...one.entries()]).toEqual([...other.entries()]);
        const isBig = (item: number) => item > 3000;
        expect(one.findLastIndex(isBig)).toBe(other.findLastIndex(isBig));
        expect(one.findLast(isBig)).toBe(other.findLast(isBig));
        expect(one.find(isBig)).toBe(other.find(isBig));
        expect(one.every(isBig)).toBe(other.every(isBig));
      }
    }),
    { numRuns: 40 },
  );
});

test('a long list shares nearly all with the one before', () => {
  let list: List<object> = [];
  for (let n = 0; n < 40_000; n++) list = withItem(list, { n });
  expect(Array.isArray(list)).toBe(false);
  expect(list.at(31_337)).toBe(withItem(list, {}).at(31_337));
  expect(list.length).toBe(40_000);
});

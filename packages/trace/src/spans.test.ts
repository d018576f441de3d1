import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outside, type Span, unbrokenTo, withSpan } from './spans.ts';

const span: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(40), fc.nat(12))
  .map(([from, length]) => ({ from, to: from + length }));

function positions(spans: readonly Span[]): readonly number[] {
  return spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index));
}

test('stretches that overlap or touch become one, in order', () => {
  fc.assert(
    fc.property(fc.array(span), (added) => {
      const spans = added.reduce<readonly Span[]>((set, one) => withSpan(set, one), []);
      expect(positions(spans)).toEqual([...new Set(positions(added))].toSorted((a, b) => a - b));
      for (const [index, one] of spans.entries()) expect(one.from).toBeGreaterThan(spans[index - 1]?.to ?? -1);
    }),
  );
});

test('what lies outside is the rest', () => {
  fc.assert(
    fc.property(fc.array(span), span, (added, of) => {
      const spans = added.reduce<readonly Span[]>((set, one) => withSpan(set, one), []);
      const has = new Set(positions(spans));
      expect(positions(outside(of, spans))).toEqual(positions([of]).filter((one) => !has.has(one)));
    }),
  );
});

test('a set that does not begin at 0 has nothing unbroken', () => {
  expect(unbrokenTo([{ from: 5, to: 9 }])).toBe(0);
  expect(unbrokenTo([{ from: 0, to: 9 }])).toBe(9);
});

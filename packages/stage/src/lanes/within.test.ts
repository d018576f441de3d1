import { expect, it } from 'vitest';
import { openAt, within } from './within.ts';

const spans = [{ from: 2, to: 4 }, { from: 6, to: 9 }, { from: 12 }];

it('finds the spans that touch a window, at both of its ends', () => {
  expect(within(spans, 4, 7)).toEqual([spans[0], spans[1]]);
  expect(within(spans, 5, 6)).toEqual([]);
  expect(within(spans, 100, 200)).toEqual([spans[2]]);
});

it('knows what goes on at a cursor: begun, and its end not yet', () => {
  expect(openAt(spans, 2)).toBeUndefined();
  expect(openAt(spans, 3)).toBe(spans[0]);
  expect(openAt(spans, 4)).toBe(spans[0]);
  expect(openAt(spans, 5)).toBeUndefined();
  expect(openAt(spans, 40)).toBe(spans[2]);
});

import { describe, expect, it } from 'vitest';
import { compareItems, outOrder } from './out-order.ts';

const items = (...texts: string[]) => texts.map((text, putAt) => ({ text, putAt, putBy: 't1' }));
const texts = (order: Parameters<typeof outOrder>[1], ...list: string[]) =>
  outOrder(items(...list), order).map(({ text }) => text);

describe('the order of coming out', () => {
  it('is that of going in for a queue, and the reverse for a stack', () => {
    expect(texts('fifo', 'a', 'b', 'c')).toEqual(['a', 'b', 'c']);
    expect(texts('lifo', 'a', 'b', 'c')).toEqual(['c', 'b', 'a']);
  });

  it('is by number and not by digit for a priority queue', () => {
    expect(texts('priority', '10', '9', '1')).toEqual(['1', '9', '10']);
    expect(texts('priority', "(10, 'a')", "(2, 'b')", "(2, 'a')")).toEqual(["(2, 'a')", "(2, 'b')", "(10, 'a')"]);
  });

  it('puts the shorter of two tuples that begin alike first', () => {
    expect(compareItems('(1)', '(1, 2)')).toBeLessThan(0);
    expect(compareItems('(1, 2)', '(1, 2)')).toBe(0);
  });
});

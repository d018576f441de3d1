import { expect, test } from 'vitest';
import { createRecentlyUsed } from './recently-used.ts';

test('what was not asked for the longest is forgotten first', () => {
  const recent = createRecentlyUsed<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.get('a');
  recent.set('c', 3);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
});

test('the total cost is bounded, and what alone costs more is not kept', () => {
  const recent = createRecentlyUsed<string>(10, ({ length }) => length);
  recent.set('a', 'xxxxx');
  recent.set('b', 'xxxxx');
  recent.set('b', 'xxxxxx');
  expect([recent.get('a'), recent.get('b')]).toEqual([undefined, 'xxxxxx']);
  recent.set('c', 'x'.repeat(11));
  expect([recent.get('b'), recent.get('c')]).toEqual([undefined, undefined]);
  recent.set('d', 'x'.repeat(10));
  expect(recent.get('d')).toHaveLength(10);
});

import { expect, test } from 'vitest';
import { selectSurplus } from './select-surplus.ts';

const files = [
  { byteLength: 10, writtenAtMs: 1 },
  { byteLength: 10, writtenAtMs: 3 },
  { byteLength: 10, writtenAtMs: 2 },
];

test('the oldest beyond the number that is kept are surplus', () => {
  expect(selectSurplus(files, 2, 1000)).toEqual([{ byteLength: 10, writtenAtMs: 1 }]);
});

test('the oldest beyond the size that is kept are surplus', () => {
  expect(selectSurplus(files, 10, 29)).toEqual([{ byteLength: 10, writtenAtMs: 1 }]);
  expect(selectSurplus(files, 10, 30)).toEqual([]);
});

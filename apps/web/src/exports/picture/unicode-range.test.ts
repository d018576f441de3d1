import { expect, test } from 'vitest';
import { isInRange } from './unicode-range.ts';

test('a letter is in one of the parts of a range', () => {
  const range = 'U+0-FF, u+2191,U+4e00-4e0f';
  expect([0x41, 0x2191, 0x4e05].every((letter) => isInRange(letter, range))).toBe(true);
  expect([0x100, 0x2192, 0x4e10].some((letter) => isInRange(letter, range))).toBe(false);
});

test('a question mark stands for any digit, and no range for everything', () => {
  expect([isInRange(0x4ff, 'U+4??'), isInRange(0x500, 'U+4??'), isInRange(0x1f600, '')]).toEqual([true, false, true]);
});

import { expect, test } from 'vitest';
import { clockText } from './clock-text.ts';

test.each([
  [-3000, '0:00'],
  [59_999, '0:59'],
  [245_000, '4:05'],
  [3_845_000, '1:04:05'],
])('%i ms are %s', (elapsedMs, text) => {
  expect(clockText(elapsedMs)).toBe(text);
});

import { expect, test } from 'vitest';
import { createTokenBucket } from './token-bucket.ts';

test('as many acts as a second allows may be done at once, and no more', () => {
  const mayAct = createTokenBucket(3, () => 0);
  expect([mayAct(), mayAct(), mayAct(), mayAct()]).toEqual([true, true, true, false]);
});

test('with time the bucket fills again, but never over', () => {
  let nowMs = 0;
  const mayAct = createTokenBucket(2, () => nowMs);
  const tryThree = () => [mayAct(), mayAct(), mayAct()];
  tryThree();
  nowMs = 500;
  expect(tryThree()).toEqual([true, false, false]);
  nowMs = 100_000;
  expect(tryThree()).toEqual([true, true, false]);
});

test('more may be allowed at once than in a second', () => {
  let nowMs = 0;
  const mayAct = createTokenBucket(1, () => nowMs, 3);
  const tryFour = () => [mayAct(), mayAct(), mayAct(), mayAct()];
  expect(tryFour()).toEqual([true, true, true, false]);
  nowMs = 2000;
  expect(tryFour()).toEqual([true, true, false, false]);
});

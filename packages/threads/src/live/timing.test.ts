import { expect, it } from 'vitest';
import { Board, createBoard } from './board.ts';
import { timingOf } from './timing.ts';

function timingOfSpans(...spans: [start: number, end: number][]) {
  const board = new Board(createBoard(spans.length, 0, 0));
  for (const [index, ns] of spans.flat().entries()) board.times[index] = BigInt(ns);
  return timingOf(board);
}

it('counts the time in which at least two threads were on their way', () => {
  expect(timingOfSpans([0, 10_000], [5_000, 20_000])).toEqual({ elapsedUs: 20, overlapPercent: 25 });
  expect(timingOfSpans([0, 8_000], [0, 8_000], [2_000, 4_000])).toEqual({ elapsedUs: 8, overlapPercent: 100 });
});

it('finds no overlap in threads that ran one after the other, or in one alone', () => {
  expect(timingOfSpans([10_000, 20_000], [0, 10_000])).toEqual({ elapsedUs: 20, overlapPercent: 0 });
  expect(timingOfSpans([1000, 3000])).toEqual({ elapsedUs: 2, overlapPercent: 0 });
});

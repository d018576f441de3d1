import type { Board } from './board.ts';

/** How long the threads took, from the first start to the last end. */
export interface Timing {
  readonly elapsedUs: number;
  /** Share of that time in which at least two threads were on their way. */
  readonly overlapPercent: number;
}

export function timingOf(board: Board): Timing {
  const spans = Array.from({ length: board.threads }, (_, thread) => ({
    start: board.times[thread * 2] as bigint,
    end: board.times[thread * 2 + 1] as bigint,
  }));
  const marks = spans.flatMap(({ start, end }) => [
    { time: start, change: 1 },
    { time: end, change: -1 },
  ]);
  marks.sort((a, b) => Number(a.time - b.time));
  let running = 0;
  let together = 0n;
  for (const [index, { time, change }] of marks.entries()) {
    if (running >= 2) together += time - (marks[index - 1]?.time ?? time);
    running += change;
  }
  const elapsed = (marks.at(-1)?.time ?? 0n) - (marks[0]?.time ?? 0n);
  return {
    elapsedUs: Number(elapsed) / 1000,
    overlapPercent: elapsed === 0n ? 0 : Math.round(Number((together * 1000n) / elapsed)) / 10,
  };
}

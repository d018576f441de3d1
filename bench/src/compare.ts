// How every figure here is made: two ways of doing the same work take turns in one process, so that whatever else the
// machine is doing hits both; the figure is the ratio of medians, and the same way against itself is the control.

export interface Comparison {
  /** Median of `subject` over median of `base`. */
  readonly ratio: number;
  /** Median of `base` against itself, measured in between: how far from 1 noise alone gets. */
  readonly control: number;
  readonly subjectMedian: number;
  readonly baseMedian: number;
}

/** Each function does one slice of work and returns what it cost, in any unit; `rounds` slices of each. */
export async function compare(
  subject: () => number | Promise<number>,
  base: () => number | Promise<number>,
  rounds: number,
): Promise<Comparison> {
  const costs: { subject: number[]; base: number[]; again: number[] } = { subject: [], base: [], again: [] };
  await subject();
  await base();
  for (let round = 0; round < rounds; round++) {
    costs.base.push(await base());
    costs.subject.push(await subject());
    costs.again.push(await base());
  }
  const baseMedian = median([...costs.base, ...costs.again]);
  const subjectMedian = median(costs.subject);
  return {
    ratio: subjectMedian / baseMedian,
    control: median(costs.again) / median(costs.base),
    subjectMedian,
    baseMedian,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Nanoseconds that `work` takes. */
export function elapsedNs(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start);
}

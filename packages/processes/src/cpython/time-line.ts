import type { RunContext } from '@lockstep/lab';

/**
 * Puts Python's clock readings on the run's time line: both are CLOCK_MONOTONIC on Linux. Never before what was told
 * already and never after now, so that the trace rises in time also where the two clocks are not the same.
 */
export function createTimeLine({ nowUs }: Pick<RunContext, 'nowUs'>): (timeNs: number) => number {
  const zeroNs = Number(process.hrtime.bigint()) - nowUs() * 1000;
  let latest = 0;
  return (timeNs) => {
    latest = Math.max(latest, Math.min(nowUs(), (timeNs - zeroNs) / 1000));
    return latest;
  };
}

// One clock for all processes of a run: CLOCK_MONOTONIC, which Node reads as hrtime and which namespaces share.
// The kernel stamps frames with CLOCK_REALTIME; a stamp is carried over by its age.
import { libc } from './libc.ts';
import { CLOCK_REALTIME } from './linux.ts';

export interface RunClock {
  /** Whole microseconds since the run began. */
  nowUs(): number;
  /** The same for a kernel stamp, in nanoseconds of CLOCK_REALTIME. */
  fromStampNs(stampNs: bigint): number;
}

const SAME_MOMENT_NS = 20_000n;
const MOST_ATTEMPTS = 5;

/** @param startNs the run's zero, in nanoseconds of CLOCK_MONOTONIC. */
export function createRunClock(startNs: bigint): RunClock {
  const time = new BigInt64Array(2);
  const sinceStartUs = (ns: bigint): number => Number((ns - startNs) / 1000n);
  return {
    nowUs: () => sinceStartUs(process.hrtime.bigint()),
    fromStampNs(stampNs) {
      for (let attempt = 1; ; attempt++) {
        const before = process.hrtime.bigint();
        libc().clock_gettime(CLOCK_REALTIME, time);
        // Whoever is interrupted between the two clocks would tell the frame's time that much wrong.
        const isInterrupted = process.hrtime.bigint() - before > SAME_MOMENT_NS;
        if (isInterrupted && attempt < MOST_ATTEMPTS) continue;
        const ageNs = (time[0] as bigint) * 1_000_000_000n + (time[1] as bigint) - stampNs;
        return sinceStartUs(before - ageNs);
      }
    },
  };
}

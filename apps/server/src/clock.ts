import type { Clock } from '@lockstep/lab';

/** The time as Node tells it. */
export const CLOCK: Clock = {
  nowMs: () => performance.now(),
  startTimer(ms, onOver) {
    const timer = setTimeout(onOver, ms);
    return () => clearTimeout(timer);
  },
};

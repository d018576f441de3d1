/** Gathers news, so that many share one message: urgent ones for a moment, counts for longer. */
export interface NewsClock {
  soon(): void;
  later(): void;
  stop(): void;
}

/** @param onTime is told whether the time of those that may wait has come too */
export function createNewsClock(soonMs: number, laterMs: number, onTime: (isLater: boolean) => void): NewsClock {
  let soon: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  return {
    soon() {
      soon ??= setTimeout(() => {
        soon = undefined;
        onTime(false);
      }, soonMs);
    },
    later() {
      later ??= setTimeout(() => {
        later = undefined;
        onTime(true);
      }, laterMs);
    },
    stop() {
      clearTimeout(soon);
      clearTimeout(later);
    },
  };
}

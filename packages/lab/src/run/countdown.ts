/** Time that runs out, unless it is paused or begins anew. */
export interface Countdown {
  /** Goes on where it was paused. */
  resume(): void;
  pause(): void;
  /** Begins anew with all its time. */
  restart(): void;
}

/** What tells the time. Node and browsers have the same, but this package knows neither. */
export interface Clock {
  nowMs(): number;
  /** Returns what stops it. */
  startTimer(ms: number, onOver: () => void): () => void;
}

/** Calls `onOver` when the time has run out. It starts paused. */
export function createCountdown(totalMs: number, onOver: () => void, clock: Clock): Countdown {
  let leftMs = totalMs;
  let resumedAtMs = 0;
  let stopTimer: (() => void) | undefined;

  const countdown: Countdown = {
    resume() {
      if (stopTimer) return;
      resumedAtMs = clock.nowMs();
      stopTimer = clock.startTimer(Math.max(0, leftMs), onOver);
    },
    pause() {
      if (!stopTimer) return;
      stopTimer();
      stopTimer = undefined;
      leftMs -= clock.nowMs() - resumedAtMs;
    },
    restart() {
      countdown.pause();
      leftMs = totalMs;
      countdown.resume();
    },
  };
  return countdown;
}

/** Time that runs out, unless it is paused or begins anew. */
export interface Countdown {
  /** Goes on where it was paused. */
  resume(): void;
  pause(): void;
  /** Begins anew with all its time. */
  restart(): void;
}

/** Calls `onOver` when the time has run out. It starts paused. */
export function createCountdown(totalMs: number, onOver: () => void): Countdown {
  let leftMs = totalMs;
  let resumedAtMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const countdown: Countdown = {
    resume() {
      if (timer) return;
      resumedAtMs = performance.now();
      timer = setTimeout(onOver, Math.max(0, leftMs));
    },
    pause() {
      if (!timer) return;
      clearTimeout(timer);
      timer = undefined;
      leftMs -= performance.now() - resumedAtMs;
    },
    restart() {
      countdown.pause();
      leftMs = totalMs;
      countdown.resume();
    },
  };
  return countdown;
}

// What ends a run by time, wherever it is made: its own time, its learner's patience, its viewers' absence, and the time
// that a scenario has to stop.
import type { RunLimits } from '../scenario.ts';
import { type Clock, createCountdown } from './countdown.ts';
import { createStepGate, type StepGate } from './step-gate.ts';

export interface RunClocks {
  /** A run that waits at it is not on the clock: it has a longer one for that. */
  readonly gate: StepGate;
  /** The scenario begins. */
  start(): void;
  /** It has been asked to stop. */
  awaitStop(): void;
  /** Whether anybody watches. From its beginning nobody does. */
  setWatched(isWatched: boolean): void;
  /** No time runs out any more. */
  pause(): void;
}

export interface RunClocksOptions {
  readonly limits: {
    readonly run: Pick<RunLimits, 'maxMs'>;
    /** How long a stepped run waits for its learner. */
    readonly idleMs: number;
    /** How long a scenario may take to stop. */
    readonly stopMs: number;
    /** How long a run goes on that nobody watches. */
    readonly graceMs: number;
  };
  readonly clock: Clock;
  readonly stop: (reason: 'time-limit' | 'idle-limit' | 'viewers-gone') => void;
  /** The scenario does not stop. */
  readonly giveUp: () => void;
  /** It waits for its learner, or goes on. */
  readonly onWaiting: (isWaiting: boolean) => void;
}

export function createRunClocks({ limits, clock, stop, giveUp, onWaiting }: RunClocksOptions): RunClocks {
  const timeLimit = createCountdown(limits.run.maxMs, () => stop('time-limit'), clock);
  const idleLimit = createCountdown(limits.idleMs, () => stop('idle-limit'), clock);
  const stopLimit = createCountdown(limits.stopMs, giveUp, clock);
  const grace = createCountdown(limits.graceMs, () => stop('viewers-gone'), clock);
  grace.restart();
  return {
    gate: createStepGate((isWaiting) => {
      if (isWaiting) {
        timeLimit.pause();
        idleLimit.restart();
        onWaiting(true);
      } else {
        onWaiting(false);
        idleLimit.pause();
        timeLimit.resume();
      }
    }),
    start: () => timeLimit.resume(),
    awaitStop: () => stopLimit.restart(),
    setWatched(isWatched) {
      if (isWatched) grace.pause();
      else grace.restart();
    },
    pause() {
      for (const countdown of [timeLimit, idleLimit, stopLimit, grace]) countdown.pause();
    },
  };
}

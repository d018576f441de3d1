import { RUN_LIMITS, type RunLimits } from '@lockstep/lab';

/** What the engine bounds; the meanings are those of the server's limits. */
export interface EngineLimits {
  readonly run: RunLimits;
  readonly idleMs: number;
  readonly graceMs: number;
  readonly stopMs: number;
  readonly flushMs: number;
  readonly orderMs: number;
  readonly maxRunning: number;
  readonly maxRuns: number;
}

export const ENGINE_LIMITS: EngineLimits = {
  run: RUN_LIMITS,
  idleMs: 15 * 60_000,
  graceMs: 5_000,
  stopMs: 3_000,
  flushMs: 33,
  orderMs: 3_000,
  maxRunning: 2,
  maxRuns: 4,
};

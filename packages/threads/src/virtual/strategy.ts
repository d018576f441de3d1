// Who goes next. A strategy sees the threads that may go, never the future.

/** The threads (from 0) that may go now, in rising order, and the one that went last. */
export interface Situation {
  readonly enabled: readonly number[];
  readonly last: number | undefined;
}

/** Picks one of the enabled threads; undefined: it has no opinion left, the run stops here. */
export type Strategy = (situation: Situation) => number | undefined | Promise<number | undefined>;

/**
 * Follows a schedule (thread numbers from 1), then asks `afterwards`. A number whose thread cannot go now is passed
 * over: a schedule may come from an old link.
 */
export function replay(schedule: readonly number[], afterwards: Strategy): Strategy {
  let position = 0;
  return (situation) => {
    while (position < schedule.length) {
      const thread = (schedule[position++] as number) - 1;
      if (situation.enabled.includes(thread)) return thread;
    }
    return afterwards(situation);
  };
}

/** Lets each thread do `quantum` operations, then the next one. */
export function roundRobin(quantum: number): Strategy {
  let done = 0;
  return ({ enabled, last }) => {
    if (last !== undefined && done < quantum && enabled.includes(last)) {
      done++;
      return last;
    }
    done = 1;
    return enabled.find((thread) => last !== undefined && thread > last) ?? enabled[0];
  };
}

/** Picks by chance; the same seed picks the same. (The generator is Tommy Ettinger's mulberry32.) */
export function randomly(seed: number): Strategy {
  let state = seed >>> 0;
  return ({ enabled }) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return enabled[((mixed ^ (mixed >>> 14)) >>> 0) % enabled.length];
  };
}

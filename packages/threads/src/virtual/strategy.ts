// Who goes next. A strategy sees the threads that may go, never the future.

/** The threads (from 0) that may be let go now, in rising order, and the one that went last. */
export interface Situation {
  readonly ready: readonly number[];
  readonly last: number | undefined;
}

/** Picks one of the threads that are ready; undefined: it has no opinion left, the run stops here. */
export type Strategy = (situation: Situation) => number | undefined | Promise<number | undefined>;

/**
 * Follows a schedule, then asks `afterwards`. A number whose thread cannot go now is passed over: a schedule may come
 * from an old link.
 * @param schedule numbers of threads, as people call them
 * @param threadNumbers the number of each thread
 */
export function replay(schedule: readonly number[], threadNumbers: readonly number[], afterwards: Strategy): Strategy {
  let position = 0;
  return (situation) => {
    while (position < schedule.length) {
      const thread = threadNumbers.indexOf(schedule[position++] as number);
      if (situation.ready.includes(thread)) return thread;
    }
    return afterwards(situation);
  };
}

/** Lets each thread do `quantum` operations, then the next one. */
export function roundRobin(quantum: number): Strategy {
  let done = 0;
  return ({ ready, last }) => {
    if (last !== undefined && done < quantum && ready.includes(last)) {
      done++;
      return last;
    }
    done = 1;
    return ready.find((thread) => last !== undefined && thread > last) ?? ready[0];
  };
}

/** Picks by chance; the same seed picks the same. (The generator is Tommy Ettinger's mulberry32.) */
export function randomly(seed: number): Strategy {
  let state = seed >>> 0;
  return ({ ready }) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ready[((mixed ^ (mixed >>> 14)) >>> 0) % ready.length];
  };
}

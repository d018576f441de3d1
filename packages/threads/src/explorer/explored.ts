/** A schedule that was run to its end. */
export interface Tried {
  /** From 1. */
  readonly number: number;
  /** Thread numbers. Used again for the next one: copy it to keep it. */
  readonly schedule: readonly number[];
  /** Somebody has not finished, and nobody can go on. */
  readonly isDeadlock: boolean;
}

/** Which limit a search reached. */
export type Limit = 'schedules' | 'steps' | 'time' | 'states' | 'preemptions';

/** How far a search has come. */
export interface Progress {
  readonly tried: number;
  /** Schedules given up because all that could follow had been seen. */
  readonly pruned: number;
  /** Steps on the schedule being tried. */
  readonly depth: number;
}

/** Where to stop, and whom to tell. */
export interface SearchBounds {
  readonly maxSchedules: number;
  /** A longer schedule is cut, and the search is bounded: the program may not end. */
  readonly maxSteps: number;
  /** Called at each end state, with the machine standing there. True: that is enough. */
  readonly onTried: (tried: Tried) => boolean;
  /** Asked now and then. True: the time is over. */
  readonly isOver: (progress: Progress) => boolean;
}

/** What a search came to. */
export interface Explored {
  /** `exhausted`: there is no other schedule. `enough`: as `onTried` said. Else the limit that was reached. */
  readonly end: 'exhausted' | 'enough' | Limit;
  readonly tried: number;
  readonly pruned: number;
}

/** Steps between two looks at the clock. */
export const PATIENCE = 1024;

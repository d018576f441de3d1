// The resource-allocation graph as data: who holds what, who waits for what, and what follows from it.

/** A lock in a thread's hands. */
export interface Hold {
  readonly lock: string;
  readonly thread: string;
  /** `seq` of the acquire. */
  readonly since: number;
}

/** A thread that has asked for something and has not got it. */
export interface Wait {
  readonly thread: string;
  /** A lock, another object, the thread that it joins, or `join(t1, t2)`. */
  readonly on: string;
  /** Who has it, as the program said when the wait began. */
  readonly holder?: string;
  readonly since: number;
  /** False: it has asked, and may still get it at once. */
  readonly isBlocked: boolean;
  /** With a time-out it will go on, one way or the other. */
  readonly timeoutMs?: number;
  /** What it waits for has changed in this very step: it may be about to go on. */
  readonly isStirred: boolean;
}

/** The graph at a cursor. */
export interface WaitForGraph {
  /** By lock. */
  readonly holds: ReadonlyMap<string, Hold>;
  /** By thread: a thread waits for one thing at a time. */
  readonly waits: ReadonlyMap<string, Wait>;
  readonly lives: ReadonlyMap<string, 'spawned' | 'alive' | 'over'>;
  readonly daemons: ReadonlySet<string>;
  readonly cycles: readonly WaitForCycle[];
  /** For each of the four conditions that holds: the `seq` since which it does. */
  readonly conditions: Coffman;
  /** `seq` since which nobody can go on and somebody has not finished. */
  readonly stuckSince: number | undefined;
  readonly threads: readonly string[];
}

/** One arrow of the graph. */
export interface WaitForEdge {
  /** `hold`: from what is held to its holder. `wait`: from a thread to what it waits for. */
  readonly kind: 'hold' | 'wait';
  readonly thread: string;
  /** The lock or other object; for a join the thread, or `join(t1, t2)`. */
  readonly on: string;
  /** `seq` of the event that drew it. */
  readonly since: number;
}

/** Threads that wait for one another in a circle. */
export interface WaitForCycle {
  /** Each waits for the next, the last for the first. */
  readonly threads: readonly string[];
  /** Around the circle: a wait, the hold that it runs into, the next wait … A join needs no hold. */
  readonly edges: readonly WaitForEdge[];
  /** `seq` of the event that closed it. */
  readonly since: number;
  /** Somebody in it waits with a time-out: the circle will not last. */
  readonly isTimed: boolean;
}

export type CoffmanCondition = 'mutual-exclusion' | 'hold-and-wait' | 'no-preemption' | 'circular-wait';

/** The `seq` since which a condition holds without interruption; undefined: it does not hold. */
export type Coffman = Readonly<Record<CoffmanCondition, number | undefined>>;

import type { Actor, Fact, KnobValues, Machine, Mode, Reality } from '@lockstep/trace';
import type { OrderContext, OrderVerdict } from './order.ts';
import type { Text } from './text.ts';

/** What runs: the default export of a lab's scenario.ts. */
export interface Scenario {
  run(run: RunContext): Promise<void>;
  /** Whether two operations of such a run could have come in the other order; absent where nobody can tell. */
  readonly order?: (question: OrderContext) => Promise<OrderVerdict>;
}

/**
 * All that a scenario has of the server. It ends by returning, or soon after `signal` aborts; then none of its
 * workers, children, sockets or files is left. It throws only for faults; a limit or a stop is not one.
 */
export interface RunContext {
  readonly mode: Mode;
  readonly knobs: KnobValues;
  readonly seed: number;
  /** Thread numbers (`t3` is 3, `main` is 0), to be replayed before the learner chooses. */
  readonly schedule: readonly number[];
  readonly actors: readonly Actor[];
  /** Aborts when the run is stopped, its viewers are gone or its time is over. */
  readonly signal: StopSignal;
  readonly limits: RunLimits;
  /** Absolute directory of this lab's compiled files (program.js …), for workers and children. */
  readonly labDirectory: string;
  /** Appends a fact; returns its `seq`, or -1 when the run may have no more events. */
  record(fact: Fact): number;
  /** Microseconds since the run began, on the clock of `fact.at`. */
  nowUs(): number;
  /** Tells what is real in this run; call it before the first `record`. */
  declare(reality: Reality): void;
  /** Publishes who could go next, for stepped runs. */
  offer(choices: readonly StepChoice[]): void;
  /** The learner's next choice, in stepped runs; rejects with an AbortError when the run ends. */
  nextStep(): Promise<number>;
}

/** The part of `AbortSignal` that a scenario needs, named here because this package knows neither Node nor browser. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What a hand can do with a frame on the cable; keeping it held is not to choose. */
export const FRAME_ACTS = ['deliver', 'drop', 'duplicate', 'delay'] as const;
export type FrameAct = (typeof FRAME_ACTS)[number];

/** One thread at its gate, or one thing that can be done with a held frame. */
export interface StepChoice {
  /** Its number: `t3` is 3, `main` is 0. Of a frame: any number that names it and the act together. */
  readonly thread: number;
  readonly actor: string;
  /** What it will do when let go, e.g. `load total`. */
  readonly operation: string;
  /** False: it must wait. */
  readonly enabled: boolean;
  /** What it waits for; one that may be let go all the same lets its time run out. */
  readonly reason?: string;
  /** The frame that is held, and what this choice does with it. */
  readonly frame?: number;
  readonly act?: FrameAct;
}

export interface RunLimits {
  readonly maxMs: number;
  readonly maxEvents: number;
  readonly maxWorkers: number;
  readonly maxChildren: number;
}

/** The limits of DESIGN §10. */
export const RUN_LIMITS: RunLimits = { maxMs: 30_000, maxEvents: 200_000, maxWorkers: 16, maxChildren: 4 };

/** What the server found out about this machine at its start. */
export interface Capabilities {
  readonly machine: Machine;
  /** The lane that a network lab would use now; D: only its golden recording can be shown. */
  readonly network: NetworkCapability;
  /** The CPython that is installed; undefined: none was found. */
  readonly python?: PythonCapability;
}

export interface PythonCapability {
  /** E.g. `3.11.7`. */
  readonly version: string;
  /** False: a build that runs without the interpreter lock. */
  readonly gil: boolean;
}

export interface NetworkCapability {
  readonly lane: 'A' | 'B' | 'C' | 'D';
  /** Why not lane A, as the operating system said it. */
  readonly why?: string;
  /** What would enable more. */
  readonly remedy?: Text;
}

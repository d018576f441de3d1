import type { RunContext } from '@lockstep/lab';
import type { KnobValues } from '@lockstep/trace';

/** A run as its modes see it. */
export interface ThreadRun {
  readonly context: RunContext;
  /** File of the compiled program in the lab's directory. */
  readonly program: string;
  /** What the program gets. */
  readonly knobs: KnobValues;
}

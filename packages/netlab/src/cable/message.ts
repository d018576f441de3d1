import type { StepChoice } from '@lockstep/lab';
import type { Fact } from '@lockstep/trace';

/** What a sandbox tells the process that started it, one JSON value a line. */
export type Message =
  /** The trial of a lane went well. */
  | { readonly kind: 'ready' }
  /** `cause` counts the facts of this run from 0. */
  | { readonly kind: 'fact'; readonly fact: Fact }
  /** What a hand can do now; `answered`: how many of its choices have been dealt with before. */
  | { readonly kind: 'offer'; readonly choices: readonly StepChoice[]; readonly answered: number }
  /** Nothing follows. `fault`: why the run failed. */
  | { readonly kind: 'end'; readonly fault?: string };

// "Could these two have come in the other order?", asked of the program behind a run.
import type { KnobValues, Mode } from '@lockstep/trace';
import * as z from 'zod/mini';
import { knobValue, scheduledThread } from './message-parts.ts';

/** An operation of a thread's: the `nth` one it does, from 0. The same name finds it in every run of the program. */
const operationName = z.strictObject({ thread: scheduledThread, nth: z.int().check(z.minimum(0), z.maximum(2000)) });

/** What `POST /api/labs/:id/swap` is asked. */
export const swapRequest = z.strictObject({
  mode: z.enum(['free', 'stepped']),
  knobs: z.record(z.string().check(z.maxLength(32)), knobValue),
  /** Of the run: who did each of its operations. */
  schedule: z.array(scheduledThread).check(z.minLength(1), z.maxLength(2000)),
  earlier: operationName,
  later: operationName,
});

export type OperationName = z.infer<typeof operationName>;
export type SwapRequest = z.infer<typeof swapRequest>;

/** Two operations of a run, in the order in which they came. */
export interface OrderQuestion {
  readonly schedule: readonly number[];
  readonly earlier: OperationName;
  readonly later: OperationName;
}

/** What the program says of it: of the program as such, whatever the run that was recorded. */
export type OrderVerdict =
  /** No schedule brings them in the other order: all were tried that could have. */
  | { readonly order: 'forced'; readonly states: number }
  /** This schedule does, and leaves the recorded one only after `kept` operations; none leaves it later. */
  | { readonly order: 'free'; readonly schedule: readonly number[]; readonly kept: number }
  /** The later one can come first, but whenever it does, the earlier one does not come any more. */
  | { readonly order: 'instead'; readonly schedule: readonly number[]; readonly kept: number }
  /** Why it is not known: the search reached a limit; the schedule does not lead to both; this lab cannot be asked. */
  | { readonly order: 'unknown'; readonly why: 'states' | 'steps' | 'time' | 'not-there' | 'not-asked' };

/** What a scenario has to know to answer. */
export interface OrderContext {
  readonly mode: Mode;
  readonly knobs: KnobValues;
  /** Absolute directory of the lab's compiled files. */
  readonly labDirectory: string;
  readonly question: OrderQuestion;
  readonly maxMs: number;
}

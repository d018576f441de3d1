import type { OrderContext, OrderVerdict, RunContext, Scenario } from '@lockstep/lab';
import { assertNever, type KnobValue, type KnobValues, type Mode } from '@lockstep/trace';
import { hasSharedMemory } from '#platform';
import { askOrder } from '../explorer/ask-order.ts';
import { runBatchMode } from './batch-mode.ts';
import { runFreeMode } from './free-mode.ts';
import { runSearchMode } from './search-mode.ts';
import { runSteppedMode } from './stepped-mode.ts';
import { tellEnd } from './telling.ts';
import type { ThreadRun } from './thread-run.ts';

/** What a lab about threads says of its runs. */
export interface ThreadScenarioOptions {
  /** File of the compiled program in the lab's directory: `program.js`. */
  readonly program: string;
  /** The knobs that the program gets in this mode, e.g. fewer rounds where each one is to be seen. */
  readonly knobs?: (run: Pick<RunContext, 'mode' | 'knobs'>) => Readonly<Record<string, KnobValue | undefined>>;
}

/** A scenario whose program can be asked about the order of two operations. */
export interface ThreadScenario extends Scenario {
  readonly order: (question: OrderContext) => Promise<OrderVerdict>;
}

/**
 * The scenario of a lab about threads. Two knobs have a meaning here: `runs` (of a batch) and `windowUs` (time between
 * a load and what follows it, in free runs and batches); all of them go to the program.
 * @example export default threadScenario({ program: 'program.js' })
 */
export function threadScenario({ program, knobs }: ThreadScenarioOptions): ThreadScenario {
  return {
    async run(context) {
      const source = hasSharedMemory() || context.mode === 'search' ? 'program' : 'model';
      const run: ThreadRun = { context, program, knobs: withoutUndefined(knobs?.(context) ?? context.knobs) };
      try {
        tellEnd(context, await runMode(context.mode, run), source);
      } catch (error) {
        if (!context.signal.aborted) throw error;
        tellEnd(context, 'stopped', source);
      }
    },
    order: ({ mode, knobs: asked, ...context }) =>
      askOrder({ ...context, program, knobs: withoutUndefined(knobs?.({ mode, knobs: asked }) ?? asked) }),
  };
}

function runMode(mode: Mode, run: ThreadRun): Promise<'finished' | 'stopped' | 'deadlock'> {
  switch (mode) {
    case 'free':
      return runFreeMode(run);
    case 'stepped':
      return runSteppedMode(run);
    case 'batch':
      return runBatchMode(run);
    case 'search':
      return runSearchMode(run);
    default:
      return assertNever(mode);
  }
}

function withoutUndefined(knobs: Readonly<Record<string, KnobValue | undefined>>): KnobValues {
  return Object.fromEntries(
    Object.entries(knobs).filter((entry): entry is [string, KnobValue] => entry[1] !== undefined),
  );
}

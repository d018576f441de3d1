import { hasSharedMemory, letOthersGo } from '#platform';
import type { Ending } from '../drive.ts';
import { runFreely } from '../live/free-run.ts';
import { timingOf } from '../live/timing.ts';
import { runBatchModel } from './model-modes.ts';
import { tellOutcome } from './telling.ts';
import type { ThreadRun } from './thread-run.ts';
import { withCrew } from './with-crew.ts';

const DEFAULT_RUNS = 200;

/** Many runs at full speed on the same worker threads; nothing is recorded but what each came to. */
export function runBatchMode(run: ThreadRun): Promise<Ending> {
  const { context, knobs } = run;
  const runs = Number(knobs['runs'] ?? DEFAULT_RUNS);
  if (!hasSharedMemory()) return runBatchModel(run, runs);
  return withCrew<Ending>(run, { gated: false, lines: false }, async (crew) => {
    for (let number = 1; number <= runs; number++) {
      const { ending } = await runFreely(crew);
      const isDeadlock = ending === 'deadlock';
      const outcome = isDeadlock ? { value: 'deadlock', expected: false } : crew.instance.outcome(crew.state());
      tellOutcome(context, number, outcome, 'program', timingOf(crew.board));
      await letOthersGo();
    }
    return 'finished';
  });
}

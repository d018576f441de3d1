// Real CPython, opcode by opcode. Each thread stops before each instruction of a marked line and waits for a grant; one
// grant lets exactly one instruction happen, and we know that it has when the thread stops at the next. In between
// nobody else runs, so the shared value that comes with each stop is exact.
import type { RunContext, StepChoice } from '@lockstep/lab';
import type { CPythonRun } from './cpython-scenario.ts';
import { createOpcodeTeller, type Stop } from './opcode-teller.ts';
import { readProgramText } from './program-text.ts';
import { startScript } from './start-script.ts';

/** What the threads run, and what they share. */
export interface SteppedCPythonOptions {
  /**
   * Function of the lab's program.py that each thread runs, from `t1` on; each is called with `rounds`. They change
   * nothing but the shared value, and none waits for another: who waits in Python does not come to its next instruction.
   */
  readonly functions: readonly string[];
  readonly rounds: number;
  /** What they share, as program.py calls it: a global (`total`), or an attribute of one (`account._balance`). */
  readonly shared: string;
  /** What it should be in the end. */
  readonly expected: number;
}

/**
 * Runs the threads under the schedule of the run (thread numbers; one whose thread has finished is passed over), then as
 * the learner chooses. Tells `opcode.executed`, and after it `value.read` or `value.written` where the instruction
 * touched the shared value; in the end `text.printed` and `outcome.observed`.
 */
export async function runSteppedCPython(run: CPythonRun, options: SteppedCPythonOptions): Promise<void> {
  const { context } = run;
  const { functions, rounds, shared, expected } = options;
  const program = await readProgramText(context.labDirectory);
  const teller = createOpcodeTeller(context, { program, shared, threads: functions.length });
  const waiting = new Map<number, Stop>();
  let onStop = (): void => undefined;
  const script = await startScript<Stop>(
    run,
    'stepped',
    { program: program.path, functions, rounds, shared },
    (stop) => {
      waiting.set(stop.thread, stop);
      onStop();
    },
  );

  function stopped(...threads: readonly number[]): Promise<void> {
    const all = new Promise<void>((resolve) => {
      onStop = () => threads.every((thread) => waiting.has(thread)) && resolve();
      onStop();
    });
    const broken = script.done.then(() => {
      throw new Error('the threads ended before they had finished');
    });
    return Promise.race([all, broken]);
  }

  const threads = functions.map((_, index) => index + 1);
  await stopped(...threads);
  teller.started((waiting.get(1) as Stop).value);
  const schedule = [...context.schedule];
  const enabled = new Set(threads.filter((thread) => !waiting.get(thread)?.finished));
  for (const thread of threads) if (!enabled.has(thread)) teller.finished(thread);
  while (enabled.size > 0) {
    const thread = await choose(context, schedule, enabled, waiting);
    const stop = waiting.get(thread) as Stop;
    waiting.delete(thread);
    script.child.send(String(thread));
    await stopped(thread);
    const next = waiting.get(thread) as Stop;
    teller.executed(stop, next.value);
    if (next.finished) {
      enabled.delete(thread);
      teller.finished(thread);
    }
  }
  context.offer([]);
  script.child.close();
  await script.done;
  teller.ended(expected);
}

/** The schedule first, then the learner. */
async function choose(
  context: RunContext,
  schedule: number[],
  enabled: ReadonlySet<number>,
  waiting: ReadonlyMap<number, Stop>,
): Promise<number> {
  for (let next = schedule.shift(); next !== undefined; next = schedule.shift()) if (enabled.has(next)) return next;
  for (;;) {
    context.offer([...enabled].map((thread) => choiceOf(waiting.get(thread) as Stop)));
    const thread = await context.nextStep();
    if (enabled.has(thread)) return thread;
  }
}

function choiceOf({ thread, opcode, argument }: Stop): StepChoice {
  return { thread, actor: `t${thread}`, operation: `${opcode} ${argument}`.trim(), enabled: true };
}

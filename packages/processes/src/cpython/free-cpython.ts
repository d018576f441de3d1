import { type CPythonRun, MAIN } from './cpython-scenario.ts';
import { type SliceMark, tellSlices } from './slices.ts';
import { startScript } from './start-script.ts';
import { createTimeLine } from './time-line.ts';

/** Threads of the run: first those that calculate (`t1` …), then those that sleep. */
export interface FreeCPythonOptions {
  readonly cpuThreads: number;
  /** They sleep again and again, as if they waited for a disk. Default 0. */
  readonly ioThreads?: number;
  /** Length of one such sleep. Default 1. */
  readonly sleepMs?: number;
  /** `sys.setswitchinterval`; Python's own is 5. */
  readonly switchIntervalMs?: number;
  readonly seconds: number;
}

type Message =
  | { readonly kind: 'ready'; readonly at: number }
  | { readonly kind: 'marks'; readonly marks: readonly SliceMark[] };

/**
 * Real `threading` threads under the real lock at full speed. While they run nothing is told, because telling would
 * disturb them; then `gil.taken` (observed), `gil.dropped` and `gil.requested` (derived where nobody can see them) with
 * their true times, and `gil.measured`.
 */
export async function runFreeCPython(run: CPythonRun, options: FreeCPythonOptions): Promise<void> {
  const { context } = run;
  const { cpuThreads, ioThreads = 0, sleepMs = 1, switchIntervalMs = 5, seconds } = options;
  const atUs = createTimeLine(context);
  const all = `join(${Array.from({ length: cpuThreads + ioThreads }, (_, index) => `t${index + 1}`).join(', ')})`;
  const marks: SliceMark[] = [];
  const given = { cpuThreads, ioThreads, sleepMs, switchIntervalMs, seconds };
  const script = await startScript<Message>(run, 'free-run', given, (message) => {
    switch (message.kind) {
      case 'ready':
        context.record({ kind: 'thread.blocked', actor: MAIN, source: 'program', at: atUs(message.at), on: all });
        break;
      case 'marks':
        for (const mark of message.marks) marks.push(mark);
        break;
    }
  });
  await script.done;
  const measurement = tellSlices({ marks, sleepMs, atUs, record: (fact) => context.record(fact) });
  const by = { actor: MAIN, source: 'program', at: context.nowUs() } as const;
  context.record({ ...by, kind: 'thread.unblocked', on: all });
  context.record({ ...by, kind: 'gil.measured', ...measurement });
}

import type { RunContext, Scenario } from '@lockstep/lab';
import { type Nursery, withChildren } from '../children/with-children.ts';
import { type Python, probePython } from './probe-python.ts';

/** A run in which real CPython takes part. */
export interface CPythonRun {
  readonly context: RunContext;
  readonly python: Python;
  readonly nursery: Nursery;
}

/** Name of the real part in `reality.parts`. In a stepped run that has it, each grant is one `opcode.executed`. */
export const CPYTHON = 'cpython';

/** The actor that starts the threads, waits for them and says what they came to. */
export const MAIN = 'main';

/**
 * The scenario of a lab, or of one of its modes, that needs CPython: finds it, says so, and tells how the run ended. When
 * the run is over no child is left.
 * @example export default cpythonScenario((run) => runFreeCPython(run, { cpuThreads: 2, seconds: 1 }))
 * @throws Error (from `run`) saying what was tried, where there is none
 */
export function cpythonScenario(work: (run: CPythonRun) => Promise<void>): Scenario {
  return {
    async run(context) {
      const probe = await probePython();
      if (!probe.python) throw new Error(`this needs CPython, and there is none: ${probe.why}`);
      const { python } = probe;
      context.declare({ parts: [CPYTHON, `${CPYTHON}-${python.version}`, python.gil ? 'gil' : 'free-threaded'] });
      const end = (reason: string): number =>
        context.record({ kind: 'run.ended', actor: MAIN, source: 'program', at: context.nowUs(), reason });
      try {
        await withChildren(context, (nursery) => work({ context, python, nursery }));
        end('finished');
      } catch (error) {
        if (!context.signal.aborted) throw error;
        end('stopped');
      }
    },
  };
}

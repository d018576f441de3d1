import { fileURLToPath } from 'node:url';
import type { Child } from '../children/child.ts';
import type { CPythonRun } from './cpython-scenario.ts';
import { PYTHON_FLAGS } from './probe-python.ts';

/** One of the scripts in this package's `python` folder. */
export type ScriptName = 'forms' | 'free-run' | 'reference-counts' | 'stepped';

/** A script that runs. */
export interface Script {
  readonly child: Child;
  /** Resolves when it has ended well; rejects with what Python said when it has not. */
  readonly done: Promise<void>;
}

/** @param onMessage given each message, in order; what it throws makes `done` reject */
export async function startScript<M>(
  { nursery, python }: CPythonRun,
  name: ScriptName,
  given: unknown,
  onMessage: (message: M) => void,
): Promise<Script> {
  const path = fileURLToPath(new URL(`../../python/${name}.py`, import.meta.url));
  let fault: unknown;
  const child = await nursery.start({
    command: python.command,
    args: [...PYTHON_FLAGS, path, JSON.stringify(given)],
    onLine(line) {
      if (fault !== undefined) return;
      try {
        onMessage(JSON.parse(line) as M);
      } catch (error) {
        fault = error;
        child.kill();
      }
    },
  });
  const done = child.ended.then(({ code, signal, complaint }) => {
    if (fault !== undefined) throw fault;
    if (code !== 0) throw new Error(`${name}.py ended with ${signal ?? code}: ${complaint.split('\n').at(-1)}`);
  });
  done.catch(() => undefined);
  return { child, done };
}

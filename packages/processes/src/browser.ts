// The door for pages, which can start no process. A lab that asks whether there is a CPython is told that there is none;
// one that imports more than is here needs the server.
import type { Scenario } from '@lockstep/lab';
import type { PythonProbe } from './cpython/probe-python.ts';
import type { ProgramText } from './cpython/program-text.ts';

export type { Nursery } from './children/with-children.ts';
export type { CPythonRun } from './cpython/cpython-scenario.ts';
export type { Python, PythonProbe } from './cpython/probe-python.ts';
export type { ProgramText } from './cpython/program-text.ts';

const WHY = 'a page cannot start processes';

export function probePython(): Promise<PythonProbe> {
  return Promise.resolve({ why: WHY });
}

export function withChildren(): Promise<never> {
  return Promise.reject(new Error(WHY));
}

export function readProgramText(): Promise<ProgramText> {
  return Promise.reject(new Error(WHY));
}

export function cpythonScenario(): Scenario {
  return { run: withChildren };
}

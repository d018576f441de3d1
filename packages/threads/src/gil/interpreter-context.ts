import type { RunContext } from '@lockstep/lab';

/** A thread under the interpreter lock. */
export interface InterpreterThread {
  readonly actor: string;
  /** Name of the function that it runs; the program exports it. */
  readonly body: string;
}

/** What is needed of a run's context. */
export type InterpreterContext = Pick<RunContext, 'record' | 'nowUs' | 'signal' | 'labDirectory'>;

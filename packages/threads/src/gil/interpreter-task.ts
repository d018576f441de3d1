/** What a worker is given at its start. */
export interface InterpreterTask {
  readonly programUrl: string;
  /** Name of the exported function that it runs. */
  readonly body: string;
  /** Its number under the lock, from 1. */
  readonly number: number;
  readonly memory: SharedArrayBuffer;
  readonly intervalMs: number;
  readonly ring: SharedArrayBuffer;
}

/** What it says to the main thread. */
export type InterpreterWord =
  | { readonly state: 'ready' }
  | { readonly state: 'done'; readonly executed: number; readonly elapsedMs: number };

/** The value of the word `start` in each part of a run: the first thread alone, all of them, the first alone again. */
export const START = { alone: 1, together: 2, aloneAgain: 3 } as const;

import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import type { RunContext } from '@lockstep/lab';
import { startWorker } from '../start-worker.ts';
import type { FunctionTask } from './function-task.ts';

/** Which function of which compiled module is to run in a worker thread of its own. */
export interface FunctionThreadOptions {
  /** Absolute path: `join(context.labDirectory, 'program.js')`. */
  readonly file: string;
  /** An export `(argument, tell) => …`; what it tells arrives here, and the thread ends when it returns. */
  readonly functionName: string;
  /** It is copied, but a SharedArrayBuffer in it is shared. */
  readonly argument: unknown;
  readonly onMessage: (message: unknown) => void;
}

/** A worker thread that runs one function. */
export interface FunctionThread {
  /** When we asked for it: nanoseconds of `process.hrtime`. */
  readonly startNs: bigint;
  /** Resolves when it has ended; rejects with what the function threw. */
  readonly ended: Promise<void>;
}

/** Where a run starts its threads. */
export interface ThreadNursery {
  /** Starts one; throws when the run has as many living threads as it may have. */
  start: (options: FunctionThreadOptions) => FunctionThread;
}

/**
 * Does `work` with worker threads that each run one function; the twin of `withChildren` in @lockstep/processes. However
 * it ends, none of them is left; when the run is stopped it rejects at once, with an AbortError.
 * @example await withThreads(context, async ({ start }) => {
 *   const thread = start({ file, functionName: 'count', argument: 10, onMessage: console.log })
 *   await thread.ended
 * })
 */
export async function withThreads<R>(
  { signal, limits }: Pick<RunContext, 'signal' | 'limits'>,
  work: (nursery: ThreadNursery) => Promise<R>,
): Promise<R> {
  const living = new Set<Worker>();
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new DOMException('the run was stopped', 'AbortError'));
  });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();

  function start({ file, functionName, argument, onMessage }: FunctionThreadOptions): FunctionThread {
    if (living.size >= limits.maxWorkers) throw new Error(`a run may have ${limits.maxWorkers} threads at a time`);
    const task: FunctionTask = { url: pathToFileURL(file).href, functionName, argument };
    const startNs = process.hrtime.bigint();
    const worker = startWorker(import.meta.url, './function.worker', { workerData: task });
    living.add(worker);
    worker.on('message', onMessage).once('exit', () => living.delete(worker));
    const ended = once(worker, 'exit').then(() => undefined);
    ended.catch(() => undefined);
    return { startNs, ended };
  }

  try {
    return await Promise.race([stopped, work({ start })]);
  } finally {
    signal.removeEventListener('abort', stop);
    await Promise.all([...living].map((worker) => worker.terminate()));
  }
}

// Python's concurrent.futures.ThreadPoolExecutor: a few threads that work off many jobs. submit() gives back a future at
// once; workers are started one by one, as they are needed.
// https://docs.python.org/3/library/concurrent.futures.html#threadpoolexecutor
//
// What a job is cannot travel between worker threads, but its number can: all jobs and callbacks are named when the
// pool is declared, and each thread has its own copy of that.
import { callBack, Future } from './future.ts';
import { FutureTable, type FutureTableOptions } from './future-table.ts';
import { Operation, type Program } from './operation.ts';
import {
  awaitJobVerb,
  type Call,
  endingIn,
  failVerb,
  finishVerb,
  JOBS_AT_MOST,
  type Pool,
  packCall,
  shutdownIn,
  shutdownVerb,
  submissionIn,
  submitVerb,
  takenIn,
  takeVerb,
} from './pool-verbs.ts';
import { isPythonError, PythonError } from './python-error.ts';
import { NONE } from './python-none.ts';
import { joinStartedVerb, Thread } from './thread.ts';
import {
  completionIn,
  FUTURES_IN_ANSWER,
  nextCompletedVerb,
  RETURN_WHEN,
  type ReturnWhen,
  waitVerb,
} from './wait-verbs.ts';

/** A function that a pool can run. Its result is a 32-bit integer, or nothing, which is Python's None. */
export type PoolJob = (argument: number) => Program<number | void>;

/** What a pool is made of. */
export interface ThreadPoolOptions<Job extends string> extends FutureTableOptions {
  /** `max_workers`. */
  readonly workers: number;
  /** What can be submitted, by the names under which it is shown. */
  readonly jobs: Readonly<Record<Job, PoolJob>>;
  /** Number of the first worker; absent: 1, so that they are `t1`, `t2`, … */
  readonly firstActor?: number;
}

/** A pool of threads. Its `workers` belong into the program's `threads`. */
export class ThreadPool<Job extends string = string> extends FutureTable implements Pool {
  /** `t1`, `t2`, …: as many as there may be. */
  readonly workers: readonly Thread[];
  readonly maxWorkers: number;
  readonly jobNames: readonly Job[];
  readonly #jobs: readonly PoolJob[];

  constructor(name: string, options: ThreadPoolOptions<Job>) {
    super(name, options);
    const { workers, jobs, firstActor = 1 } = options;
    if (workers <= 0) throw new PythonError('ValueError', 'max_workers must be greater than 0');
    this.maxWorkers = workers;
    this.jobNames = Object.keys(jobs) as Job[];
    if (this.jobNames.length > JOBS_AT_MOST) throw new RangeError(`a pool knows at most ${JOBS_AT_MOST} jobs`);
    this.#jobs = Object.values(jobs);
    this.workers = Array.from(
      { length: workers },
      (_, worker) => new Thread(`t${firstActor + worker}`, () => this.#work(), false),
    );
  }

  /**
   * Gives a job to the pool, and starts a worker if there is none idle and there may be one more. After `shutdown`:
   * RuntimeError.
   * @param argument what the job is called with: a whole number of 19 bits
   */
  *submit(job: Job, argument = 0): Program<Future> {
    const call = packCall({ job: this.jobNames.indexOf(job), argument });
    const { index, worker } = submissionIn(yield* new Operation<number>(submitVerb, this, call));
    if (worker !== undefined) yield* (this.workers[worker] as Thread).start();
    return this.future(index);
  }

  /** The future with this place in the order of submission, from 0: for threads that did not submit it themselves. */
  future(index: number): Future {
    return new Future(this, index);
  }

  /**
   * Submits the job once for each argument, then takes the results in that order. The first error is raised again, and
   * what has not begun is cancelled.
   * @param each done with each result as soon as it is there
   */
  *map(job: Job, args: readonly number[], each?: (result: number) => Program<unknown>): Program<readonly number[]> {
    const futures: Future[] = [];
    for (const argument of args) futures.push(yield* this.submit(job, argument));
    const results: number[] = [];
    for (const [place, future] of futures.entries())
      try {
        const result = yield* future.result();
        results.push(result);
        if (each) yield* each(result);
      } catch (error) {
        if (isPythonError(error)) for (const rest of futures.slice(place + 1)) yield* rest.cancel();
        throw error;
      }
    return results;
  }

  /**
   * Does something with each future in the order in which they are completed; those that are completed already come
   * first.
   * @param timeoutMs for each one (in Python: for all of them together). When it runs out: TimeoutError
   */
  *asCompleted(futures: readonly Future[], each: (future: Future) => Program<unknown>, timeoutMs?: number): Program {
    const name = this.textOfSet(futures);
    let last = 0;
    for (const _ of this.setOfText(name)) {
      const answer = yield* new Operation<number>(nextCompletedVerb, this, last, { name, timeoutMs });
      const { index, order } = completionIn(answer);
      last = order;
      yield* each(this.future(index));
    }
  }

  /**
   * Waits for several futures; a time that runs out is no error. A cancelled future counts as done when a worker has
   * come upon it, as in CPython.
   * @param futures at most 32, unless all are waited for without a time-out
   */
  *wait(
    futures: readonly Future[],
    returnWhen: ReturnWhen = 'ALL_COMPLETED',
    timeoutMs?: number,
  ): Program<{ readonly done: readonly Future[]; readonly notDone: readonly Future[] }> {
    const name = this.textOfSet(futures);
    const set = this.setOfText(name).map((index) => this.future(index));
    const areAll = returnWhen === 'ALL_COMPLETED' && timeoutMs === undefined;
    if (set.length > FUTURES_IN_ANSWER && !areAll)
      throw new RangeError(`wait() tells apart at most ${FUTURES_IN_ANSWER} futures`);
    const argument = RETURN_WHEN.indexOf(returnWhen);
    const bits = yield* new Operation<number>(waitVerb, this, argument, { name, timeoutMs });
    const isDone = (_: Future, place: number) => areAll || ((bits >> place) & 1) === 1;
    return { done: set.filter(isDone), notDone: set.filter((future, place) => !isDone(future, place)) };
  }

  /**
   * Takes no more jobs, and lets the workers leave when the queue is empty.
   * @param options.wait false: returns at once; else it joins the workers
   * @param options.cancelFutures cancels the jobs that no worker has begun with
   */
  *shutdown({ wait = true, cancelFutures = false } = {}): Program {
    for (;;) {
      const ended = shutdownIn(yield* new Operation<number>(shutdownVerb, this, Number(cancelFutures)));
      if (typeof ended === 'number') {
        if (!wait) return;
        for (const worker of this.workers.slice(0, ended)) yield* new Operation<void>(joinStartedVerb, worker);
        return;
      }
      yield* callBack(this.future(ended.cancelled), ended.callbacks);
    }
  }

  /** What a worker does all its life. */
  *#work(): Program {
    let verb = takeVerb;
    for (;;) {
      const taken = takenIn(yield* new Operation<number>(verb, this));
      if (taken.what === 'leave') return;
      verb = taken.what === 'rest' ? awaitJobVerb : takeVerb;
      if (taken.what === 'job') yield* this.#run(taken);
    }
  }

  *#run(call: Call): Program {
    const { index, callbacks } = endingIn(yield* yield* this.#ending(call));
    yield* callBack(this.future(index), callbacks);
  }

  /** Runs a job, up to the operation that says what came of it. */
  *#ending({ job, argument }: Call): Program<Operation<number>> {
    try {
      const result = yield* (this.#jobs[job] as PoolJob)(argument);
      return new Operation(finishVerb, this, result === undefined ? NONE : result | 0);
    } catch (error) {
      if (!isPythonError(error)) throw error;
      return new Operation(failVerb, this, 0, { name: String(error) });
    }
  }
}

/**
 * Declares a pool of threads.
 * @example
 * const pool = threadPool('pool', { workers: 3, jobs: { square } })
 * const future = yield* pool.submit('square', 7)
 * yield* print(`${yield* future.result()}`)
 * yield* pool.shutdown()
 */
export function threadPool<Job extends string>(name: string, options: ThreadPoolOptions<Job>): ThreadPool<Job> {
  return new ThreadPool(name, options);
}

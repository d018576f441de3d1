// What a thread pool's callers and its workers do with it. It follows CPython's Lib/concurrent/futures/thread.py (as of
// 3.12): submit() starts a worker when none is idle and there may be more; a worker that finds no job counts itself as
// idle before it waits.
import { cancel, doneMark } from './future.ts';
import { type FutureTable, STAGE, STATE } from './future-table.ts';
import { performInMonitor } from './monitor.ts';
import { PythonError } from './python-error.ts';
import { always, type OperationFact, type Request, type Verb } from './verb.ts';

/** A pool: its futures, and those who work on them. */
export interface Pool extends FutureTable {
  readonly maxWorkers: number;
  readonly jobNames: readonly string[];
}

const poolOf = ({ object }: Request) => object as Pool;
const submittedMark = ({ object }: Request, index: number) => `submitted ${object.index} ${index}`;
const shutMark = ({ object }: Request) => `shut ${object.index}`;
/** Those who wait for several futures were told of this one. */
export const notifiedMark = ({ object }: Request, index: number) => `notified ${object.index} ${index}`;

// Several small numbers in one word
const INDEX_BITS = 6;
const INDEX = (1 << INDEX_BITS) - 1;
const JOB_BITS = 5;
const ARGUMENT_BITS = 19;
/** How many different jobs a pool may know. */
export const JOBS_AT_MOST = 1 << JOB_BITS;

/** A job and its argument. */
export interface Call {
  readonly job: number;
  readonly argument: number;
}

function pack({ job, argument }: Call): number {
  return job | (argument << JOB_BITS);
}

function callIn(packed: number): Call {
  return { job: packed & (JOBS_AT_MOST - 1), argument: packed >> JOB_BITS };
}

export function packCall(call: Call): number {
  const shift = 32 - ARGUMENT_BITS;
  if ((call.argument << shift) >> shift !== call.argument)
    throw new RangeError(`the argument of a job is a whole number of ${ARGUMENT_BITS} bits, not ${call.argument}`);
  return pack(call);
}

function describeCall({ jobNames }: Pool, { job, argument }: Call): string {
  return `${jobNames[job]}(${argument})`;
}

/** The answer of a submit: the future, and which worker is to be started, if any. */
export function submissionIn(answer: number): { readonly index: number; readonly worker: number | undefined } {
  const worker = (answer >> INDEX_BITS) - 1;
  return { index: answer & INDEX, worker: worker < 0 ? undefined : worker };
}

export const submitVerb: Verb = {
  name: 'pool.submit',
  access: 'write',
  enabled: always,
  apply(words, _thread, request) {
    const pool = poolOf(request);
    if (pool.get(words, 'stage') !== STAGE.open)
      throw new PythonError('RuntimeError', 'cannot schedule new futures after shutdown');
    const index = pool.get(words, 'submitted');
    if (index === pool.capacity) throw new RangeError(`${pool.name} has room for ${index} jobs: give it more capacity`);
    pool.set(words, 'submitted', index + 1);
    pool.set(words, 'unfinished', pool.get(words, 'unfinished') + 1);
    pool.setOf(words, index, 'state', STATE.pending);
    pool.setOf(words, index, 'data', request.argument);
    return index | (adjustThreadCount(pool, words) << INDEX_BITS);
  },
  perform: performInMonitor,
  describe: (request) => `submit ${describeCall(poolOf(request), callIn(request.argument))}`,
  tell: (step) => ({
    kind: 'future.submitted',
    future: poolOf(step).nameOf(submissionIn(step.answer).index),
    pool: step.name,
  }),
  leaves: (step) => [submittedMark(step, submissionIn(step.answer).index)],
};

/** CPython's `_adjust_thread_count`. Returns the worker that is to be started, from 1; 0: none. */
function adjustThreadCount(pool: Pool, words: Int32Array): number {
  const idle = pool.get(words, 'idle');
  const spawned = pool.get(words, 'spawned');
  if (idle > 0) pool.set(words, 'idle', idle - 1);
  else if (spawned < pool.maxWorkers) {
    pool.set(words, 'spawned', spawned + 1);
    return spawned + 1;
  }
  return 0;
}

/** What a worker came by. `skipped`: a job that was cancelled before. */
export type Taken = { readonly what: 'rest' | 'leave' | 'skipped' } | ({ readonly what: 'job' } & Call);

const TAKEN = ['rest', 'leave', 'skipped', 'job'] as const;
const TAKEN_BITS = 2;

export function takenIn(answer: number): Taken {
  const what = TAKEN[answer & ((1 << TAKEN_BITS) - 1)] as Taken['what'];
  return what === 'job' ? { what, ...callIn(answer >> (TAKEN_BITS + INDEX_BITS)) } : { what };
}

function indexTaken(answer: number): number {
  return (answer >> TAKEN_BITS) & INDEX;
}

function takeNext(pool: Pool, words: Int32Array, thread: number): number {
  const index = pool.get(words, 'taken');
  if (index === pool.get(words, 'submitted')) return TAKEN.indexOf('leave');
  pool.set(words, 'taken', index + 1);
  if (pool.of(words, index, 'state') === STATE.cancelled) {
    pool.setOf(words, index, 'state', STATE.cancelledAndNotified);
    pool.notify(words, index);
    return TAKEN.indexOf('skipped') | (index << TAKEN_BITS);
  }
  pool.setOf(words, index, 'state', STATE.running);
  pool.setOf(words, index, 'runner', thread + 1);
  const call = pool.of(words, index, 'data');
  return TAKEN.indexOf('job') | (index << TAKEN_BITS) | (call << (TAKEN_BITS + INDEX_BITS));
}

/** Is there something for a worker: a job, or the end? */
function hasNews(pool: Pool, words: Int32Array): boolean {
  return pool.get(words, 'taken') < pool.get(words, 'submitted') || pool.get(words, 'stage') === STAGE.shut;
}

/** What looking for work and being called to work have in common. */
const taking = {
  access: 'write',
  perform: performInMonitor,
  tell(step): OperationFact {
    const pool = poolOf(step);
    const { what } = takenIn(step.answer);
    if (what === 'rest') return { kind: 'pool.worker-rested', pool: step.name };
    if (what === 'leave') return { kind: 'pool.worker-left', pool: step.name };
    const future = pool.nameOf(indexTaken(step.answer));
    return what === 'skipped' ? { kind: 'future.skipped', future } : { kind: 'future.started', future };
  },
  causedBy(step) {
    const { what } = takenIn(step.answer);
    if (what === 'rest') return '';
    if (what === 'leave') return shutMark(step);
    const index = indexTaken(step.answer);
    return what === 'skipped' ? doneMark(step, index) : submittedMark(step, index);
  },
  leaves: (step) => (takenIn(step.answer).what === 'skipped' ? [notifiedMark(step, indexTaken(step.answer))] : []),
} satisfies Partial<Verb>;

/** A worker looks for a job, without waiting. */
export const takeVerb: Verb = {
  ...taking,
  name: 'pool.take',
  enabled: always,
  apply(words, thread, request) {
    const pool = poolOf(request);
    if (hasNews(pool, words)) return takeNext(pool, words, thread);
    pool.set(words, 'idle', pool.get(words, 'idle') + 1);
    return TAKEN.indexOf('rest');
  },
  describe: ({ name }) => `take a job of ${name}`,
};

/** An idle worker waits for a job. */
export const awaitJobVerb: Verb = {
  ...taking,
  name: 'pool.await-job',
  isRest: true,
  enabled: (words, _thread, request) => hasNews(poolOf(request), words),
  apply: (words, thread, request) => takeNext(poolOf(request), words, thread),
  describe: ({ name }) => `wait for a job of ${name}`,
};

/** The answer of an operation that ends a job: the future, and the callbacks to be called. */
export function endingIn(answer: number): { readonly index: number; readonly callbacks: number } {
  return { index: answer & INDEX, callbacks: answer >> INDEX_BITS };
}

/** What finishing and failing have in common. */
const ending = {
  access: 'write',
  enabled: always,
  perform: performInMonitor,
  tell(step, words): OperationFact {
    const pool = poolOf(step);
    const { index } = endingIn(step.answer);
    return { kind: 'future.finished', future: pool.nameOf(index), result: pool.outcomeOf(words, index) };
  },
  leaves(step) {
    const { index } = endingIn(step.answer);
    return [doneMark(step, index), notifiedMark(step, index)];
  },
} satisfies Partial<Verb>;

function end(pool: Pool, words: Int32Array, thread: number): number {
  const index = pool.runBy(words, thread) as number;
  pool.setOf(words, index, 'state', STATE.finished);
  pool.setOf(words, index, 'runner', 0);
  pool.notify(words, index);
  pool.set(words, 'unfinished', pool.get(words, 'unfinished') - 1);
  return index;
}

/** The job of this thread has returned. */
export const finishVerb: Verb = {
  ...ending,
  name: 'pool.finish',
  apply(words, thread, request) {
    const pool = poolOf(request);
    const index = end(pool, words, thread);
    pool.setOf(words, index, 'data', request.argument);
    return index | (pool.takeCallbacks(words, index) << INDEX_BITS);
  },
  describe: (request) => `return ${poolOf(request).resultText(request.argument)}`,
};

/** The job of this thread has raised an error; it is the operation's name. */
export const failVerb: Verb = {
  ...ending,
  name: 'pool.fail',
  apply(words, thread, request) {
    const pool = poolOf(request);
    const index = end(pool, words, thread);
    pool.setOf(words, index, 'data', 0);
    pool.setError(words, index, request.name);
    return index | (pool.takeCallbacks(words, index) << INDEX_BITS);
  },
  describe: ({ name }) => `raise ${name}`,
};

/** The answer of a shutdown: a future that it has cancelled, or, when all is done, how many workers there are. */
export function shutdownIn(answer: number): { readonly cancelled: number; readonly callbacks: number } | number {
  if ((answer & 1) === 0) return answer >> 1;
  const { index, callbacks } = endingIn(answer >> 1);
  return { cancelled: index, callbacks };
}

/** Takes the jobs out of the queue one by one and cancels them, if the argument is 1; then lets the workers leave. */
export const shutdownVerb: Verb = {
  name: 'pool.shutdown',
  access: 'write',
  enabled: always,
  apply(words, _thread, request) {
    const pool = poolOf(request);
    pool.set(words, 'stage', Math.max(pool.get(words, 'stage'), STAGE.closing));
    while (request.argument === 1 && pool.get(words, 'taken') < pool.get(words, 'submitted')) {
      const index = pool.get(words, 'taken');
      pool.set(words, 'taken', index + 1);
      if (pool.of(words, index, 'state') === STATE.pending)
        return 1 | (index << 1) | (cancel(pool, words, index) << (1 + INDEX_BITS));
    }
    pool.set(words, 'stage', STAGE.shut);
    return pool.get(words, 'spawned') << 1;
  },
  perform: performInMonitor,
  describe: ({ name, argument }) => `shutdown ${name}${argument === 1 ? ' and cancel' : ''}`,
  tell(step) {
    const ended = shutdownIn(step.answer);
    if (typeof ended === 'number') return { kind: 'pool.shut-down', pool: step.name };
    return { kind: 'future.cancelled', future: poolOf(step).nameOf(ended.cancelled), worked: true };
  },
  leaves(step) {
    const ended = shutdownIn(step.answer);
    return [typeof ended === 'number' ? shutMark(step) : doneMark(step, ended.cancelled)];
  },
};

export const poolVerbs: readonly Verb[] = [submitVerb, takeVerb, awaitJobVerb, finishVerb, failVerb, shutdownVerb];

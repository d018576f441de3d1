// Python's concurrent.futures.Future: what will come of a job that was given to a pool.
// https://docs.python.org/3/library/concurrent.futures.html#future-objects
import { callbacksIn, type FutureTable, STATE } from './future-table.ts';
import { performInMonitor } from './monitor.ts';
import { asBoolean, Operation, type Program } from './operation.ts';
import { isPythonError, PYTHON_ERRORS, PythonError, type PythonErrorName } from './python-error.ts';
import { always, type Request, type Verb } from './verb.ts';

/** A job of a pool, as those see it who wait for its result. It is only its number, so any thread can have it. */
export class Future {
  readonly pool: FutureTable;
  /** Place in the order of submission, from 0. */
  readonly index: number;

  constructor(pool: FutureTable, index: number) {
    this.pool = pool;
    this.index = index;
  }

  get name(): string {
    return this.pool.nameOf(this.index);
  }

  /** Has it finished, or was it cancelled? */
  done(): Operation<boolean> {
    return this.#ask('done');
  }

  running(): Operation<boolean> {
    return this.#ask('running');
  }

  cancelled(): Operation<boolean> {
    return this.#ask('cancelled');
  }

  /** Cancels the job if no worker has begun with it. False: too late. */
  *cancel(): Program<boolean> {
    const answer = yield* new Operation<number>(cancelVerb, this.pool, this.index);
    yield* callBack(this, answer >> 1);
    return (answer & 1) === 1;
  }

  /**
   * Waits for the result. Raises what the job raised; CancelledError if it was cancelled; TimeoutError when the time
   * runs out.
   */
  result(timeoutMs?: number): Operation<number> {
    return new Operation(resultVerb, this.pool, this.index, { name: this.name, timeoutMs });
  }

  /** Waits as `result` does, and evaluates to the class of the error that the job raised; undefined: to None. */
  exception(timeoutMs?: number): Operation<PythonErrorName | undefined> {
    const read = (answer: number) => PYTHON_ERRORS[answer - 1];
    return new Operation(exceptionVerb, this.pool, this.index, { name: this.name, timeoutMs, read });
  }

  /**
   * Has one of the pool's callbacks called when it is done: by the thread that completes or cancels it; by this thread,
   * now, if it is done already.
   */
  *addDoneCallback(name: string): Program {
    const callback = this.pool.callbackNames.indexOf(name);
    if (callback < 0) throw new RangeError(`${this.pool.name} has no callback ${name}`);
    const now = yield* new Operation<number>(addCallbackVerb, this.pool, this.index | (callback << CALLBACK_SHIFT));
    yield* callBack(this, now);
  }

  #ask(asked: (typeof ASKED)[number]): Operation<boolean> {
    return new Operation(askVerb, this.pool, this.index | (ASKED.indexOf(asked) << CALLBACK_SHIFT), {
      read: asBoolean,
    });
  }
}

/** Calls them in the order in which they were added. As in Python, an error of theirs ends that callback and no more. */
export function* callBack(future: Future, callbacks: number): Program {
  for (const callback of callbacksIn(callbacks)) {
    yield* new Operation<void>(callBackVerb, future.pool, future.index | (callback << CALLBACK_SHIFT));
    try {
      yield* future.pool.callbackAt(callback)(future);
    } catch (error) {
      if (!isPythonError(error)) throw error;
    }
  }
}

/** The event that made a future done. */
export const doneMark = ({ object }: Request, index: number) => `done ${object.index} ${index}`;

/** Where an operation on a future says more than which one. */
const CALLBACK_SHIFT = 8;
const indexIn = (argument: number) => argument & ((1 << CALLBACK_SHIFT) - 1);
const ASKED = ['done', 'running', 'cancelled'] as const;

const tableOf = ({ object }: Request) => object as FutureTable;
const nameOf = (request: Request) => tableOf(request).nameOf(indexIn(request.argument));
const callbackIn = (request: Request) => tableOf(request).callbackNames[request.argument >> CALLBACK_SHIFT] as string;

const askVerb: Verb = {
  name: 'future.ask',
  access: 'read',
  enabled: always,
  apply(words, _thread, request) {
    const state = tableOf(request).of(words, indexIn(request.argument), 'state');
    const isCancelled = state === STATE.cancelled || state === STATE.cancelledAndNotified;
    const answers = [state >= STATE.cancelled, state === STATE.running, isCancelled];
    return Number(answers[request.argument >> CALLBACK_SHIFT]);
  },
  perform: performInMonitor,
  describe: (request) => `${ASKED[request.argument >> CALLBACK_SHIFT]} ${nameOf(request)}`,
  tell: (step) => ({
    kind: 'future.asked',
    future: nameOf(step),
    asked: ASKED[step.argument >> CALLBACK_SHIFT] as string,
    answer: step.answer === 1,
  }),
};

const cancelVerb: Verb = {
  name: 'future.cancel',
  access: 'write',
  enabled: always,
  apply(words, _thread, request) {
    const table = tableOf(request);
    const state = table.of(words, request.argument, 'state');
    if (state === STATE.running || state === STATE.finished) return 0;
    if (state !== STATE.pending) return 1;
    return 1 | (cancel(table, words, request.argument) << 1);
  },
  perform: performInMonitor,
  describe: (request) => `cancel ${nameOf(request)}`,
  tell: (step) => ({ kind: 'future.cancelled', future: nameOf(step), worked: (step.answer & 1) === 1 }),
  leaves: (step) => ((step.answer & 1) === 1 ? [doneMark(step, step.argument)] : []),
};

/** Cancels a pending future, and returns the callbacks that are to be called. */
export function cancel(table: FutureTable, words: Int32Array, index: number): number {
  table.setOf(words, index, 'state', STATE.cancelled);
  table.set(words, 'unfinished', table.get(words, 'unfinished') - 1);
  return table.takeCallbacks(words, index);
}

/** What `result` and `exception` have in common. */
const awaiting = {
  access: 'read',
  enabled: (words, _thread, request) => tableOf(request).isDone(words, request.argument),
  expire() {
    throw new PythonError('TimeoutError');
  },
  waitsFor(words, _thread, request) {
    const runner = tableOf(request).of(words, request.argument, 'runner');
    return runner === 0 ? undefined : runner - 1;
  },
  perform: performInMonitor,
  causedBy: (step) => doneMark(step, step.argument),
} satisfies Partial<Verb>;

/** The error of a future that is done; CancelledError is raised here. */
function errorOf(words: Int32Array, request: Request): PythonError | undefined {
  const table = tableOf(request);
  if (table.of(words, request.argument, 'state') !== STATE.finished) throw new PythonError('CancelledError');
  return table.errorOf(words, request.argument);
}

const resultVerb: Verb = {
  ...awaiting,
  name: 'future.result',
  apply(words, _thread, request) {
    const error = errorOf(words, request);
    if (error) throw error;
    return tableOf(request).of(words, request.argument, 'data');
  },
  describe: (request) => `result ${nameOf(request)}`,
  tell: (step) => ({
    kind: 'future.received',
    future: nameOf(step),
    result: tableOf(step).resultText(step.answer),
  }),
};

const exceptionVerb: Verb = {
  ...awaiting,
  name: 'future.exception',
  apply(words, _thread, request) {
    const error = errorOf(words, request);
    return error ? PYTHON_ERRORS.indexOf(error.name) + 1 : 0;
  },
  describe: (request) => `exception ${nameOf(request)}`,
  tell: (step, words) => ({
    kind: 'future.received',
    future: nameOf(step),
    result: String(tableOf(step).errorOf(words, step.argument) ?? 'None'),
  }),
};

const addCallbackVerb: Verb = {
  name: 'future.add-callback',
  access: 'write',
  enabled: always,
  apply(words, _thread, request) {
    const table = tableOf(request);
    const index = indexIn(request.argument);
    table.addCallback(words, index, request.argument >> CALLBACK_SHIFT);
    return table.isDone(words, index) ? table.takeCallbacks(words, index) : 0;
  },
  perform: performInMonitor,
  describe: (request) => `add_done_callback ${callbackIn(request)} → ${nameOf(request)}`,
  tell: (step) => ({ kind: 'future.callback-added', future: nameOf(step), callback: callbackIn(step) }),
};

const callBackVerb: Verb = {
  name: 'future.call-back',
  access: 'none',
  enabled: always,
  apply: () => 0,
  perform: performInMonitor,
  describe: (request) => `call ${callbackIn(request)}(${nameOf(request)})`,
  tell: (step) => ({ kind: 'future.called-back', future: nameOf(step), callback: callbackIn(step) }),
  causedBy: (step) => doneMark(step, indexIn(step.argument)),
};

export const futureVerbs: readonly Verb[] = [
  askVerb,
  cancelVerb,
  resultVerb,
  exceptionVerb,
  addCallbackVerb,
  callBackVerb,
];

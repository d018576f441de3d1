// Python's threading.Condition: a line of waiters beside a lock. wait() lines up, gives the lock back, sleeps until it is
// called, and takes the lock again; these are four steps here as they are in CPython's Lib/threading.py. A notify that
// meets an empty line is not kept for those who come later.
// https://docs.python.org/3/library/threading.html#condition-objects
//
// Words: [place of each thread in the line].
import type { Lock } from './lock.ts';
import { MONITOR_WORDS, performInMonitor } from './monitor.ts';
import { asBoolean, Operation, type Program } from './operation.ts';
import { PythonError } from './python-error.ts';
import { RLock } from './rlock.ts';
import { SharedObject } from './shared-object.ts';
import { always, type Request, type Step, type Verb } from './verb.ts';
import { callFirst, countWaiting, isCalled, lineUp, stepOut } from './waiters.ts';

/** A condition variable with its lock. */
export class Condition extends SharedObject {
  override readonly parts: readonly SharedObject[];
  readonly realWords = MONITOR_WORDS;
  readonly lock: Lock | RLock;

  constructor(name: string, lock?: Lock | RLock) {
    super(name);
    this.lock = lock ?? new RLock(`${name}.lock`);
    this.parts = lock ? [] : [this.lock];
  }

  get words(): number {
    return this.threads;
  }

  acquire(timeoutMs?: number): Operation<boolean> {
    return this.lock.acquire(timeoutMs);
  }

  release(): Operation<void> {
    return this.lock.release();
  }

  /**
   * Gives the lock back, waits to be notified, and takes the lock again. False: the time ran out first.
   * Without the lock: RuntimeError.
   */
  *wait(timeoutMs?: number): Program<boolean> {
    yield* new Operation(waitVerb, this);
    const depth = yield* this.lock.releaseAll();
    const notified = yield* new Operation(wakeVerb, this, 0, { timeoutMs, read: asBoolean });
    yield* this.lock.acquireAgain(depth);
    return notified;
  }

  /** Waits as long as the predicate, asked with the lock in hand, says no. Evaluates to what it said last. */
  *waitFor(predicate: () => Program<boolean>, timeoutMs?: number): Program<boolean> {
    let holds = yield* predicate();
    while (!holds) {
      const notified = yield* this.wait(timeoutMs);
      holds = yield* predicate();
      if (!notified) break;
    }
    return holds;
  }

  /** Wakes the first `n` of those who wait. Without the lock: RuntimeError. */
  notify(n = 1): Operation<void> {
    return new Operation(notifyVerb, this, n);
  }

  notifyAll(): Operation<void> {
    return new Operation(notifyVerb, this, EVERYBODY);
  }

  override describe(words: Int32Array): string {
    const line = Array.from({ length: this.threads }, (_, thread) => thread)
      .filter((thread) => words[this.at + thread] !== 0)
      .map((thread) => (isCalled(words, this.at, thread) ? `${thread + 1}!` : `${thread + 1}`));
    return line.length === 0 ? '' : `${this.name}:${line.join('')}`;
  }
}

/**
 * Declares a condition.
 * @param lock may be shared with other conditions; absent: a reentrant lock of its own, as in Python
 */
export function condition(name: string, lock?: Lock | RLock): Condition {
  return new Condition(name, lock);
}

const EVERYBODY = 0x7fffffff;

/** As in Python: a plain lock does not know its owner, so it is enough that somebody has it. */
function demandLock(words: Int32Array, thread: number, { object }: Request, what: string): void {
  if (!(object as Condition).lock.isOwned(words, thread))
    throw new PythonError('RuntimeError', `cannot ${what} on un-acquired lock`);
}

const lockOf = ({ object }: Request) => (object as Condition).lock;
const notified = ({ object }: Request, thread: number) => `notified ${object.index} ${thread}`;

const waitVerb: Verb = {
  name: 'condition.wait',
  access: 'write',
  enabled: always,
  apply(words, thread, request) {
    demandLock(words, thread, request, 'wait');
    return lineUp(words, request.object.at, request.object.threads, thread);
  },
  alsoReads: lockOf,
  perform: performInMonitor,
  describe: ({ name }) => `wait ${name}`,
  tell: ({ name, answer }) => ({ kind: 'condition.waited', condition: name, waiters: answer }),
};

const wakeVerb: Verb = {
  name: 'condition.wake',
  access: 'write',
  enabled: (words, thread, { object }) => isCalled(words, object.at, thread),
  apply(words, thread, { object }) {
    stepOut(words, object.at, object.threads, thread);
    return 1;
  },
  expire(words, thread, { object }) {
    stepOut(words, object.at, object.threads, thread);
    return 0;
  },
  perform: performInMonitor,
  describe: ({ name }) => `wake ${name}`,
  tell: ({ name, expired }) => ({ kind: 'condition.woken', condition: name, timedOut: expired }),
  causedBy: (step) => notified(step, step.thread),
};

const notifyVerb: Verb = {
  name: 'condition.notify',
  access: 'write',
  enabled: always,
  apply(words, thread, request) {
    demandLock(words, thread, request, 'notify');
    return callFirst(words, request.object.at, request.object.threads, request.argument);
  },
  alsoReads: lockOf,
  perform: performInMonitor,
  describe: ({ name, argument }) =>
    argument === EVERYBODY ? `notify_all ${name}` : `notify ${name}${argument === 1 ? '' : ` ${argument}`}`,
  tell: ({ name, object, answer }, words) => ({
    kind: 'condition.notified',
    condition: name,
    woken: threadsIn(answer, object.threads)
      .map((thread) => object.actors[thread])
      .join(','),
    waiters: countWaiting(words, object.at, object.threads),
  }),
  leaves: (step: Step) => threadsIn(step.answer, step.object.threads).map((thread) => notified(step, thread)),
};

function threadsIn(bits: number, threads: number): readonly number[] {
  return Array.from({ length: threads }, (_, thread) => thread).filter((thread) => (bits & (1 << thread)) !== 0);
}

export const conditionVerbs: readonly Verb[] = [waitVerb, wakeVerb, notifyVerb];

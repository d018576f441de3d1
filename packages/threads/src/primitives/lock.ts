// Python's threading.Lock: not reentrant, not fair, and released by any thread, not only by its holder.
// https://docs.python.org/3/library/threading.html#lock-objects
//
// Words: [holder + 1 or 0].
import { MONITOR_WORDS, performInMonitor } from './monitor.ts';
import { asBoolean, Operation } from './operation.ts';
import { PythonError } from './python-error.ts';
import { SharedObject } from './shared-object.ts';
import { always, type OperationFact, type Request, type Verb } from './verb.ts';

const FREE = 0;

/** A mutual exclusion lock. */
export class Lock extends SharedObject {
  readonly words = 1;
  readonly realWords = MONITOR_WORDS;

  /**
   * Waits until the lock is free and takes it. False: the time ran out, or with `timeoutMs` 0 it was not free.
   * @param timeoutMs absent: without limit; 0: `acquire(blocking=False)`
   */
  acquire(timeoutMs?: number): Operation<boolean> {
    return new Operation(acquireVerb, this, 0, { timeoutMs, read: asBoolean });
  }

  /** Frees the lock; one of those who wait may take it. On a free lock: RuntimeError. */
  release(): Operation<void> {
    return new Operation(releaseVerb, this);
  }

  /** Has anybody got it? A plain lock does not know its owner. */
  isOwned(words: Int32Array): boolean {
    return words[this.at] !== FREE;
  }

  /** What Condition.wait does with its lock before it sleeps, */
  releaseAll(): Operation<number> {
    return new Operation<number>(releaseVerb, this);
  }

  /** and afterwards. */
  acquireAgain(): Operation<unknown> {
    return this.acquire();
  }

  override describe(words: Int32Array): string {
    const holder = words[this.at] as number;
    return holder === FREE ? '' : `${this.name}:${holder}`;
  }
}

/** Declares a lock, free at first. */
export function lock(name: string): Lock {
  return new Lock(name);
}

/** The release that made room for the next acquire. */
export const freed = ({ object }: Request) => `freed ${object.index}`;

const acquireVerb: Verb = {
  name: 'lock.acquire',
  access: 'write',
  enabled: (words, _thread, { object }) => words[object.at] === FREE,
  apply(words, thread, { object }) {
    words[object.at] = thread + 1;
    return 1;
  },
  expire: () => 0,
  waitsFor: (words, _thread, { object }) => (words[object.at] as number) - 1,
  perform: performInMonitor,
  describe: ({ name }) => `acquire ${name}`,
  tellRequest: ({ name }) => ({ kind: 'lock.requested', lock: name }),
  tell: ({ name, expired, timeoutMs }) => (expired ? refusal(name, timeoutMs) : { kind: 'lock.acquired', lock: name }),
  causedBy: freed,
};

const releaseVerb: Verb = {
  name: 'lock.release',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object }) {
    if (words[object.at] === FREE) throw new PythonError('RuntimeError', 'release unlocked lock');
    words[object.at] = FREE;
    return 0;
  },
  perform: performInMonitor,
  describe: ({ name }) => `release ${name}`,
  tell: ({ name }) => ({ kind: 'lock.released', lock: name }),
  leaves: (step) => [freed(step)],
};

export const lockVerbs: readonly Verb[] = [acquireVerb, releaseVerb];

/** What is told of an acquire that returned False. */
export function refusal(lock: string, timeoutMs: number): OperationFact {
  return timeoutMs > 0 ? { kind: 'lock.refused', lock, timeoutMs } : { kind: 'lock.refused', lock };
}

// Python's threading.RLock: its owner may acquire it again and must release it as often; nobody else may release it.
// https://docs.python.org/3/library/threading.html#rlock-objects
//
// Words: [owner + 1 or 0, depth].
import { freed, refusal } from './lock.ts';
import { MONITOR_WORDS, performInMonitor } from './monitor.ts';
import { asBoolean, Operation } from './operation.ts';
import { PythonError } from './python-error.ts';
import { SharedObject } from './shared-object.ts';
import { always, type Request, type Verb } from './verb.ts';

const OWNER = 0;
const DEPTH = 1;

/** A reentrant mutual exclusion lock. */
export class RLock extends SharedObject {
  readonly words = 2;
  readonly realWords = MONITOR_WORDS;

  /**
   * Waits until the lock is free or its own, and takes it once more. False: the time ran out.
   * @param timeoutMs absent: without limit; 0: `acquire(blocking=False)`
   */
  acquire(timeoutMs?: number): Operation<boolean> {
    return new Operation(acquireVerb, this, 1, { timeoutMs, read: asBoolean });
  }

  /** Takes back one acquire. Of somebody else's lock: RuntimeError. */
  release(): Operation<void> {
    return new Operation(releaseVerb, this, 1);
  }

  /** All acquires of this thread taken back at once, as Condition.wait does. Evaluates to their number. */
  releaseAll(): Operation<number> {
    return new Operation(releaseVerb, this, ALL);
  }

  /** Takes the lock as often as it was held. */
  acquireAgain(depth: number): Operation<unknown> {
    return new Operation(acquireVerb, this, depth);
  }

  /** Does this thread own it? */
  isOwned(words: Int32Array, thread: number): boolean {
    return words[this.at + OWNER] === thread + 1;
  }

  override describe(words: Int32Array): string {
    const depth = words[this.at + DEPTH] as number;
    return depth === 0 ? '' : `${this.name}:${words[this.at]}×${depth}`;
  }
}

/** Declares a reentrant lock, free at first. */
export function rlock(name: string): RLock {
  return new RLock(name);
}

const ALL = 0;

const acquireVerb: Verb = {
  name: 'rlock.acquire',
  access: 'write',
  enabled: (words, thread, { object }) => words[object.at] === 0 || words[object.at] === thread + 1,
  apply(words, thread, { object, argument }) {
    words[object.at + OWNER] = thread + 1;
    words[object.at + DEPTH] = (words[object.at + DEPTH] as number) + argument;
    return 1;
  },
  expire: () => 0,
  waitsFor: (words, _thread, { object }) => (words[object.at] as number) - 1,
  perform: performInMonitor,
  describe: ({ name }) => `acquire ${name}`,
  tellRequest: ({ name }) => ({ kind: 'lock.requested', lock: name }),
  tell: ({ name, object, expired, timeoutMs }, words) =>
    expired
      ? refusal(name, timeoutMs)
      : { kind: 'lock.acquired', lock: name, depth: words[object.at + DEPTH] as number },
  causedBy: freed,
};

const releaseVerb: Verb = {
  name: 'rlock.release',
  access: 'write',
  enabled: always,
  apply(words, thread, { object, argument }) {
    if (words[object.at + OWNER] !== thread + 1)
      throw new PythonError('RuntimeError', 'cannot release un-acquired lock');
    const depth = words[object.at + DEPTH] as number;
    const released = argument === ALL ? depth : argument;
    words[object.at + DEPTH] = depth - released;
    if (depth === released) words[object.at + OWNER] = 0;
    return released;
  },
  perform: performInMonitor,
  describe: ({ name }) => `release ${name}`,
  tell: ({ name, object }, words) => ({
    kind: 'lock.released',
    lock: name,
    depth: words[object.at + DEPTH] as number,
  }),
  leaves: (step: Request) => [freed(step)],
};

export const rlockVerbs: readonly Verb[] = [acquireVerb, releaseVerb];

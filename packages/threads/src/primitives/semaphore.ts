// Python's threading.Semaphore and BoundedSemaphore: a counter that never goes below zero. Nobody owns a unit: any
// thread may release. https://docs.python.org/3/library/threading.html#semaphore-objects
//
// Words: [value].
import { MONITOR_WORDS, performInMonitor } from './monitor.ts';
import { asBoolean, Operation } from './operation.ts';
import { PythonError } from './python-error.ts';
import { SharedObject } from './shared-object.ts';
import { always, type Verb } from './verb.ts';

/** A counting semaphore. */
export class Semaphore extends SharedObject {
  readonly words = 1;
  readonly realWords = MONITOR_WORDS;
  readonly initial: number;
  readonly isBounded: boolean;

  constructor(name: string, initial: number, isBounded: boolean) {
    super(name);
    if (initial < 0) throw new PythonError('ValueError', 'semaphore initial value must be >= 0');
    this.initial = initial;
    this.isBounded = isBounded;
  }

  override initialize(words: Int32Array, at: number): void {
    words[at] = this.initial;
  }

  /**
   * Waits until a unit is there and takes it. False: the time ran out.
   * @param timeoutMs absent: without limit; 0: `acquire(blocking=False)`
   */
  acquire(timeoutMs?: number): Operation<boolean> {
    return new Operation(acquireVerb, this, 0, { timeoutMs, read: asBoolean });
  }

  /** Gives back `n` units. More than there were at first, if bounded: ValueError. */
  release(n = 1): Operation<void> {
    return new Operation(releaseVerb, this, n);
  }
}

/** Declares a semaphore with so many units. */
export function semaphore(name: string, initial = 1): Semaphore {
  return new Semaphore(name, initial, false);
}

/** Declares a semaphore that may never have more units than at first. */
export function boundedSemaphore(name: string, initial = 1): Semaphore {
  return new Semaphore(name, initial, true);
}

const acquireVerb: Verb = {
  name: 'semaphore.acquire',
  access: 'write',
  enabled: (words, _thread, { object }) => (words[object.at] as number) > 0,
  apply(words, _thread, { object }) {
    words[object.at] = (words[object.at] as number) - 1;
    return 1;
  },
  expire: () => 0,
  perform: performInMonitor,
  describe: ({ name }) => `acquire ${name}`,
  tell: ({ name, object, expired, timeoutMs }, words) => {
    if (!expired) return { kind: 'semaphore.acquired', semaphore: name, value: words[object.at] as number };
    return timeoutMs > 0
      ? { kind: 'semaphore.refused', semaphore: name, timeoutMs }
      : { kind: 'semaphore.refused', semaphore: name };
  },
};

const releaseVerb: Verb = {
  name: 'semaphore.release',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object, argument }) {
    const { initial, isBounded } = object as Semaphore;
    const value = (words[object.at] as number) + argument;
    if (argument < 1) throw new PythonError('ValueError', 'n must be one or more');
    if (isBounded && value > initial) throw new PythonError('ValueError', 'Semaphore released too many times');
    words[object.at] = value;
    return 0;
  },
  perform: performInMonitor,
  describe: ({ name, argument }) => (argument === 1 ? `release ${name}` : `release ${argument} of ${name}`),
  tell: ({ name, object }, words) => ({
    kind: 'semaphore.released',
    semaphore: name,
    value: words[object.at] as number,
  }),
};

export const semaphoreVerbs: readonly Verb[] = [acquireVerb, releaseVerb];

// Python's threading.Lock: not reentrant, not fair, and released by any thread, not only by its holder.
// https://docs.python.org/3/library/threading.html#lock-objects
//
// Shared memory: [holder + 1 or 0, futex]. The futex is 0 free, 1 taken, 2 taken and somebody may sleep: the third mutex
// of Ulrich Drepper, "Futexes are tricky" (2011), with a short spin, because most critical sections are shorter than
// the way to sleep and back.
import { Operation } from './operation.ts';
import { RuntimeError } from './runtime-error.ts';
import { SharedObject } from './shared-object.ts';
import { type RealThread, type Request, type Verb } from './verb.ts';

const HOLDER = 0;
const FUTEX = 1;
const [FREE, TAKEN, CONTENDED] = [0, 1, 2];
const SPINS = 40;

/** A mutual exclusion lock. */
export class Lock extends SharedObject {
  readonly words = 1;
  readonly realWords = 1;

  override reset(): void {}

  /** Waits until the lock is free and takes it. */
  acquire(): Operation<void> {
    return new Operation(acquireVerb, this, 0, this.name);
  }

  /** Frees the lock; one of those who wait may take it. On a free lock: RuntimeError. */
  release(): Operation<void> {
    return new Operation(releaseVerb, this, 0, this.name);
  }
}

/** Declares a lock, free at first. */
export function lock(name: string): Lock {
  return new Lock(name);
}

const freed = ({ object }: Request) => `freed ${object.index}`;

const acquireVerb: Verb = {
  name: 'lock.acquire',
  access: 'write',
  enabled: (words, at) => words[at] === FREE,
  apply(words, at, thread) {
    words[at] = thread + 1;
    return 0;
  },
  waitsFor: (words, at) => (words[at] as number) - 1,
  perform(real, request) {
    const { memory, thread } = real;
    const at = request.object.realAt;
    if (!tryToTake(memory, at)) sleepUntilTaken(real, request);
    Atomics.store(memory, at + HOLDER, thread + 1);
    real.note(request, 0);
    return 0;
  },
  describe: ({ name }) => `acquire ${name}`,
  tellRequest: ({ name }) => ({ kind: 'lock.requested', lock: name }),
  tell: ({ name }) => ({ kind: 'lock.acquired', lock: name }),
  causedBy: freed,
};

const releaseVerb: Verb = {
  name: 'lock.release',
  access: 'write',
  enabled: () => true,
  apply(words, at) {
    if (words[at] === FREE) throw new RuntimeError('release unlocked lock');
    words[at] = FREE;
    return 0;
  },
  perform(real, request) {
    const { memory } = real;
    const at = request.object.realAt;
    while (Atomics.exchange(memory, at + HOLDER, 0) === 0)
      if (Atomics.load(memory, at + FUTEX) === FREE) throw new RuntimeError('release unlocked lock');
    real.note(request, 0);
    if (Atomics.exchange(memory, at + FUTEX, FREE) === CONTENDED) Atomics.notify(memory, at + FUTEX, 1);
    return 0;
  },
  describe: ({ name }) => `release ${name}`,
  tell: ({ name }) => ({ kind: 'lock.released', lock: name }),
  leaves: (step) => [freed(step)],
};

export const lockVerbs: readonly Verb[] = [acquireVerb, releaseVerb];

function tryToTake(memory: Int32Array, at: number): boolean {
  for (let spins = 0; spins <= SPINS; spins++)
    if (Atomics.load(memory, at + FUTEX) === FREE && Atomics.compareExchange(memory, at + FUTEX, FREE, TAKEN) === FREE)
      return true;
  return false;
}

function sleepUntilTaken(real: RealThread, request: Request): void {
  const { memory } = real;
  const futex = request.object.realAt + FUTEX;
  real.noteBlocked(request);
  while (Atomics.exchange(memory, futex, CONTENDED) !== FREE) real.sleepWhile(futex, CONTENDED);
  real.noteUnblocked(request);
}

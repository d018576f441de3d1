// The interpreter lock as CPython has had it since 3.2, between real threads on shared memory. Who wants it waits, but at
// most one switch interval at a time; if nobody else got it meanwhile, the waiter asks the holder to drop it. The holder
// looks for such a request between bytecodes, drops the lock, and does not even try to take it back before another
// thread has had it: on several cores it would win the race for its own lock almost every time.
// A small mutex guards the words, as `gil->mutex` does, so that the records are numbered in the order of what happened.
import { WORD } from './lock-memory.ts';

/** Why a thread gives the lock away. */
export const DROP_REASONS = ['request', 'io', 'finished'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Told of each thing that a thread does with the lock, in the order in which it happens to the lock. */
export interface LockWitness {
  requested(line: number): void;
  taken(line: number): void;
  /** @param holder number of the thread that is asked, from 1 */
  askedToDrop(holder: number, line: number): void;
  dropped(reason: DropReason, line: number): void;
  /** The thread has ended; it no longer has the lock. */
  finished(): void;
}

/** How long one sleeps for the guard at most; it is never held longer than a record takes to write. */
const GUARD_MS = 1;

/**
 * One thread's end of the interpreter lock.
 * @see take_gil and drop_gil in CPython: Python/ceval_gil.h (3.2 to 3.11), Python/ceval_gil.c (3.12 on)
 * @see https://docs.python.org/3/library/sys.html#sys.setswitchinterval
 */
export class InterpreterLock {
  readonly #words: Int32Array;
  readonly #number: number;
  readonly #intervalMs: number;
  readonly #witness: LockWitness;

  /** @param number of this thread, from 1 */
  constructor(memory: SharedArrayBuffer, number: number, intervalMs: number, witness: LockWitness) {
    this.#words = new Int32Array(memory);
    this.#number = number;
    this.#intervalMs = intervalMs;
    this.#witness = witness;
  }

  /** True when somebody has waited a whole interval: the holder should drop the lock now and take it again. */
  get isAskedToDrop(): boolean {
    return Atomics.load(this.#words, WORD.request) === 1;
  }

  /** Waits until this thread has the lock. `line` is where the program stands, for the record. */
  take(line = 0): void {
    const words = this.#words;
    this.#enter();
    this.#witness.requested(line);
    while (words[WORD.locked] === 1) {
      const switches = words[WORD.switches];
      this.#leave();
      const isOver = Atomics.wait(words, WORD.locked, 1, this.#intervalMs) === 'timed-out';
      this.#enter();
      if (isOver && words[WORD.locked] === 1 && words[WORD.switches] === switches) this.#askToDrop(line);
    }
    Atomics.store(words, WORD.locked, 1);
    if (words[WORD.lastHolder] !== this.#number) {
      Atomics.add(words, WORD.switches, 1);
      Atomics.store(words, WORD.lastHolder, this.#number);
      Atomics.notify(words, WORD.lastHolder);
    }
    Atomics.store(words, WORD.request, 0);
    this.#witness.taken(line);
    this.#leave();
  }

  /** Gives the lock away. If that was asked for, returns only when another thread has taken it (FORCE_SWITCHING). */
  drop(reason: DropReason, line = 0): void {
    const words = this.#words;
    this.#enter();
    const wasAsked = words[WORD.request] === 1;
    this.#witness.dropped(reason, line);
    Atomics.store(words, WORD.locked, 0);
    Atomics.notify(words, WORD.locked, 1);
    this.#leave();
    if (!wasAsked) return;
    while (Atomics.load(words, WORD.lastHolder) === this.#number) Atomics.wait(words, WORD.lastHolder, this.#number);
  }

  #askToDrop(line: number): void {
    const words = this.#words;
    if (words[WORD.request] === 1) return;
    this.#witness.askedToDrop(words[WORD.lastHolder] as number, line);
    Atomics.store(words, WORD.request, 1);
  }

  #enter(): void {
    const words = this.#words;
    while (Atomics.compareExchange(words, WORD.guard, 0, 1) !== 0) Atomics.wait(words, WORD.guard, 1, GUARD_MS);
  }

  #leave(): void {
    Atomics.store(this.#words, WORD.guard, 0);
    Atomics.notify(this.#words, WORD.guard, 1);
  }
}

// The shared memory of threads that run under one interpreter lock: one word a cache line.

const LINE_WORDS = 16;

/** Places of the words. */
export const WORD = {
  /** 1 while a thread has the lock. Waiters sleep on it. */
  locked: 0,
  /** Number of the thread that has or last had the lock; 0 at first. Who was made to drop sleeps on it. */
  lastHolder: LINE_WORDS,
  /** How often the lock went to another thread than the one before. */
  switches: 2 * LINE_WORDS,
  /** 1 when the holder is asked to drop: CPython's eval breaker. */
  request: 3 * LINE_WORDS,
  /** Guards all of these, as `gil->mutex` does in CPython. */
  guard: 4 * LINE_WORDS,
  /** Numbers the records of all threads. */
  counter: 5 * LINE_WORDS,
  /** Batches executed by all threads together, counted without an atomic operation: the lock alone protects it. */
  work: 6 * LINE_WORDS,
  /** Threads wait until this changes, then begin. */
  start: 7 * LINE_WORDS,
  /** 1 when the time is over. */
  stop: 8 * LINE_WORDS,
} as const;

/** Memory for one lock and the threads that run under it, all zero: the lock is free. */
export function createLockMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(9 * LINE_WORDS * Int32Array.BYTES_PER_ELEMENT);
}

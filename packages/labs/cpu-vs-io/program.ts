import { createLockMemory, Interpreter, InterpreterLock, type LockWitness } from '@lockstep/threads';

/** A job that computes: it needs its interpreter all the time. */
export function compute(python: Interpreter, upTo: number): number {
  let primes = 0;
  for (let n = 2; n <= upTo; n++) {
    if (isPrime(n)) primes++; // [1]
    python.execute();
  }
  return primes;
}

/** A job that waits: it does not need its interpreter at all. */
export function wait(python: Interpreter, ms: number): number {
  python.block(ms); // [2]
  return 1;
}

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

/** One worker, thread or process, does its share. */
export function work(share: Share, tell: (word: Word) => void): void {
  tell({ isReady: true, done: 0, result: 0 });
  const { lock, python } = interpreterOf(share);
  const job = share.group === 'cpu' ? compute : wait;
  let result = 0;
  for (let done = 1; done <= share.jobs; done++) {
    result += job(python, share.size); // [3]
    if (done % share.tellEvery === 0 || done === share.jobs) tell({ isReady: false, done, result });
  }
  lock.drop('finished');
}

/** The same jobs in every way, one way after the other. */
export async function compare(run: Ways, workers: number): Promise<void> {
  await run.oneAfterTheOther(); // [4]
  await run.threadsUnderOneLock(workers); // [5]
  await run.threadsWithoutIt(workers); // [6]
  await run.processes(workers); // [7]
}

// [1] Bytecode runs only with the interpreter lock. After each number the thread looks whether somebody wants it.
// [2] Who waits for the outside world drops the lock before and takes it back afterwards.
// [5] Real threads, and one lock between them that works as CPython's does: 5 ms, then the next one's turn.
// [6] The same threads, but each with a lock of its own: an interpreter each (PEP 684), or none to share (PEP 703).
// [7] Whole processes of the operating system, each with its own interpreter and its own lock.

export type Group = 'cpu' | 'io';

export interface Ways {
  readonly oneAfterTheOther: () => Promise<void>;
  readonly threadsUnderOneLock: (workers: number) => Promise<void>;
  readonly threadsWithoutIt: (workers: number) => Promise<void>;
  readonly processes: (workers: number) => Promise<void>;
}

/** What one worker is to do. */
export interface Share {
  readonly group: Group;
  readonly jobs: number;
  /** Largest number to be tried, or milliseconds to sleep. */
  readonly size: number;
  /** It tells of itself after so many jobs. */
  readonly tellEvery: number;
  /** Among those who share a lock, from 1. */
  readonly number: number;
  /** Shared with whoever runs under the same lock. Absent: a lock of its own. */
  readonly lock?: SharedArrayBuffer;
  /** Where threads count how many of them do the same at the same moment. */
  readonly meter?: SharedArrayBuffer;
}

/** What a worker tells: how many of its jobs are done and what they came to. */
export interface Word {
  readonly isReady: boolean;
  readonly done: number;
  readonly result: number;
}

/** Places in the meter: how many compute and wait now, and how many did at most. */
export const METER = { computing: 0, waiting: 1, mostComputing: 2, mostWaiting: 3 } as const;

/** CPython's default, `sys.getswitchinterval()`. */
const SWITCH_INTERVAL_MS = 5;

/** An interpreter for this worker, which has its lock. */
function interpreterOf({ number, lock: shared, meter }: Share) {
  const memory = shared ?? createLockMemory();
  const lock = new InterpreterLock(memory, number, SWITCH_INTERVAL_MS, countingWitness(meter));
  lock.take();
  return { lock, python: new Interpreter(lock, memory, () => 0) };
}

/** Counts in shared memory who holds an interpreter lock, and who has dropped it to wait for the outside world. */
function countingWitness(meter = new SharedArrayBuffer(16)): LockWitness {
  const words = new Int32Array(meter);
  let isWaiting = false;
  const enter = (now: number, most: number) => {
    const count = Atomics.add(words, now, 1) + 1;
    for (let known = words[most] as number; known < count; )
      known = Atomics.compareExchange(words, most, known, count) === known ? count : (words[most] as number);
  };
  return {
    requested() {
      if (isWaiting) Atomics.sub(words, METER.waiting, 1);
      isWaiting = false;
    },
    taken: () => enter(METER.computing, METER.mostComputing),
    askedToDrop() {},
    dropped(reason) {
      Atomics.sub(words, METER.computing, 1);
      isWaiting = reason === 'io';
      if (isWaiting) enter(METER.waiting, METER.mostWaiting);
    },
    finished() {},
  };
}

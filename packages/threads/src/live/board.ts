// The shared memory through which the main thread and the workers of a run deal with each other: signals, one slot a
// thread, and behind them the program's shared objects.

/** Words of the head, each on a cache line of its own. */
const GENERATION = 0;
const ARRIVALS = 16;
const REPORTS = 32;
const COUNTER = 48;
const ABORT = 64;
const FIRST_SLOT = 80;

const SLOT_WORDS = 16;
export const SLOT = {
  state: 0,
  verb: 1,
  object: 2,
  argument: 3,
  name: 4,
  line: 5,
  grant: 6,
  answer: 7,
  /** Number of the error's name + 1, or 0. */
  failure: 8,
  /** Word on which the thread sleeps, + 1. */
  sleepsOn: 9,
  /** How often it went to sleep or woke. */
  sleeps: 10,
  /** In ms; negative: without limit. */
  timeoutMs: 11,
} as const;

/** What a thread is doing. */
export const STATE = {
  starting: 0,
  idle: 1,
  running: 2,
  /** Waits at its gate for a grant. */
  atGate: 3,
  /** Sleeps inside a primitive. */
  blocked: 4,
  done: 5,
} as const;

export const GRANT = { none: 0, go: 1, abort: 2 } as const;

/** Some 100 µs: longer than waking takes, shorter than a time slice. */
const SPINS_BEFORE_SLEEP = 20_000;
const MEET_SLEEP_MS = 0.05;

/** Plain data: it travels to the workers. */
export interface BoardBuffers {
  readonly words: SharedArrayBuffer;
  readonly times: SharedArrayBuffer;
  readonly threads: number;
}

export function createBoard(threads: number, memoryWords: number): BoardBuffers {
  const bytes = (FIRST_SLOT + threads * SLOT_WORDS + memoryWords) * Int32Array.BYTES_PER_ELEMENT;
  return { words: new SharedArrayBuffer(bytes), times: new SharedArrayBuffer(threads * 16), threads };
}

export class Board {
  readonly words: Int32Array;
  /** The program's shared objects. */
  readonly memory: Int32Array;
  /** Start and end of each thread, on the clock of process.hrtime.bigint(). */
  readonly times: BigInt64Array;
  readonly threads: number;

  constructor({ words, times, threads }: BoardBuffers) {
    this.words = new Int32Array(words);
    this.memory = this.words.subarray(FIRST_SLOT + threads * SLOT_WORDS);
    this.times = new BigInt64Array(times);
    this.threads = threads;
  }

  /** The counter that numbers the records of a run. */
  static readonly counterAt = COUNTER;

  get(thread: number, field: keyof typeof SLOT): number {
    return Atomics.load(this.words, this.at(thread, field));
  }

  set(thread: number, field: keyof typeof SLOT, word: number): void {
    Atomics.store(this.words, this.at(thread, field), word);
  }

  at(thread: number, field: keyof typeof SLOT): number {
    return FIRST_SLOT + thread * SLOT_WORDS + SLOT[field];
  }

  get isAborted(): boolean {
    return Atomics.load(this.words, ABORT) !== 0;
  }

  // For workers

  /** Changes the thread's state and tells the main thread. */
  report(thread: number, state: number): void {
    this.set(thread, 'state', state);
    this.ring();
  }

  /** Sleeps until the next run begins. Returns its generation. */
  awaitRun(generation: number): number {
    while (Atomics.load(this.words, GENERATION) === generation) Atomics.wait(this.words, GENERATION, generation);
    return Atomics.load(this.words, GENERATION);
  }

  /**
   * Meets the other threads, so that all begin at once: woken one after the other they would start up to 40 µs apart,
   * and short runs would not overlap at all. Who waits long lets the others have the core.
   */
  meet(): void {
    Atomics.add(this.words, ARRIVALS, 1);
    for (let spins = 0; ; spins++) {
      const arrived = Atomics.load(this.words, ARRIVALS);
      if (arrived >= this.threads) return;
      if (spins > SPINS_BEFORE_SLEEP) Atomics.wait(this.words, ARRIVALS, arrived, MEET_SLEEP_MS);
    }
  }

  // For the main thread

  /** Wakes whoever waits for reports. */
  ring(): void {
    Atomics.add(this.words, REPORTS, 1);
    Atomics.notify(this.words, REPORTS);
  }

  /** How many reports there have been. */
  get reports(): number {
    return Atomics.load(this.words, REPORTS);
  }

  /** Waits for the report after the first `seen`. False: it did not come in time. */
  async reportAfter(seen: number, timeoutMs: number): Promise<boolean> {
    const wait = Atomics.waitAsync(this.words, REPORTS, seen, timeoutMs);
    return !wait.async || (await wait.value) !== 'timed-out';
  }

  /** Lets all threads begin. The memory has been prepared. */
  begin(): void {
    for (let thread = 0; thread < this.threads; thread++) {
      this.set(thread, 'state', STATE.running);
      this.set(thread, 'grant', GRANT.none);
    }
    Atomics.store(this.words, ARRIVALS, 0);
    Atomics.store(this.words, COUNTER, 0);
    Atomics.store(this.words, ABORT, 0);
    Atomics.add(this.words, GENERATION, 1);
    Atomics.notify(this.words, GENERATION);
  }

  /** Makes every thread give up its run at its next sleep or gate. */
  abort(): void {
    Atomics.store(this.words, ABORT, 1);
    for (let thread = 0; thread < this.threads; thread++) {
      this.grant(thread, GRANT.abort);
      const sleepsOn = this.get(thread, 'sleepsOn');
      if (sleepsOn > 0) Atomics.notify(this.memory, sleepsOn - 1);
    }
  }

  grant(thread: number, grant: number): void {
    this.set(thread, 'grant', grant);
    Atomics.notify(this.words, this.at(thread, 'grant'));
  }

  isEvery(state: number): boolean {
    for (let thread = 0; thread < this.threads; thread++) if (this.get(thread, 'state') !== state) return false;
    return true;
  }
}

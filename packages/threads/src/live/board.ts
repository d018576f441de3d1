// The shared memory through which the main thread and the workers of a run deal with each other: signals, one slot a
// thread, one a step of a script, and behind them the program's shared objects.
//
// A script is a schedule that lies here before it is run: whoever has done a step leaves a copy of its slot in that of
// the step and lets the next one go, and the main thread, which every other way costs a waking a step, sleeps.

import { hasChanged } from './has-changed.ts';

/** Words of the head, each on a cache line of its own. */
const GENERATION = 0;
const ARRIVALS = 16;
const REPORTS = 32;
const COUNTER = 48;
const ABORT = 64;
/** Steps of the script, and how many of them have been done. */
const SCRIPTED = 80;
const STEPPED = 96;
const FIRST_SLOT = 112;

/** In the place of a generation. */
const DISMISSED = -1;

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
  /** Of a step of the script: the thread that does it. */
  turn: 12,
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
  /** The longest script there is room for. */
  readonly steps: number;
}

export function createBoard(threads: number, memoryWords: number, steps: number): BoardBuffers {
  const bytes = (FIRST_SLOT + (threads + steps) * SLOT_WORDS + memoryWords) * Int32Array.BYTES_PER_ELEMENT;
  return { words: new SharedArrayBuffer(bytes), times: new SharedArrayBuffer(threads * 16), threads, steps };
}

export class Board {
  readonly words: Int32Array;
  /** The program's shared objects. */
  readonly memory: Int32Array;
  /** Start and end of each thread, on the clock of `nowNs`. */
  readonly times: BigInt64Array;
  readonly threads: number;
  readonly steps: number;

  constructor({ words, times, threads, steps }: BoardBuffers) {
    this.words = new Int32Array(words);
    this.memory = this.words.subarray(FIRST_SLOT + (threads + steps) * SLOT_WORDS);
    this.times = new BigInt64Array(times);
    this.threads = threads;
    this.steps = steps;
  }

  /** The counter that numbers the records of a run. */
  static readonly counterAt = COUNTER;

  get(slot: number, field: keyof typeof SLOT): number {
    return Atomics.load(this.words, this.at(slot, field));
  }

  set(slot: number, field: keyof typeof SLOT, word: number): void {
    Atomics.store(this.words, this.at(slot, field), word);
  }

  at(slot: number, field: keyof typeof SLOT): number {
    return FIRST_SLOT + slot * SLOT_WORDS + SLOT[field];
  }

  /** The slot of a step of the script; a thread's slot is its own number. */
  slotOfStep(step: number): number {
    return this.threads + step;
  }

  /** Is nothing of the script left to do? */
  get isScriptDone(): boolean {
    return Atomics.load(this.words, STEPPED) === Atomics.load(this.words, SCRIPTED);
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

  /** Says that the thread stands at its gate. While a script runs nobody needs to know. */
  arrive(thread: number): void {
    this.set(thread, 'state', STATE.atGate);
    if (this.isScriptDone) this.ring();
  }

  /** The thread has done a step. If it was one of the script, the next one may go. */
  handOver(thread: number): void {
    const step = Atomics.load(this.words, STEPPED);
    const steps = Atomics.load(this.words, SCRIPTED);
    if (step === steps || this.isAborted) return;
    const slot = this.at(thread, 'state');
    this.words.copyWithin(this.at(this.slotOfStep(step), 'state'), slot, slot + SLOT.turn);
    Atomics.store(this.words, STEPPED, step + 1);
    if (step + 1 === steps) this.ring();
    else this.letGo(this.get(this.slotOfStep(step + 1), 'turn'));
  }

  /** Sleeps until the next run begins. Returns its generation; negative: there will be none. */
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
    return hasChanged(this.words, REPORTS, seen, timeoutMs);
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
    this.setScript([]);
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

  /** Makes every thread give up its run and end. */
  dismiss(): void {
    Atomics.store(this.words, GENERATION, DISMISSED);
    this.abort();
    Atomics.notify(this.words, GENERATION);
  }

  /** Writes a script. All threads stand at their gates; whoever is first has yet to be let go. */
  setScript(turns: readonly number[]): void {
    for (const [step, thread] of turns.entries()) this.set(this.slotOfStep(step), 'turn', thread);
    Atomics.store(this.words, STEPPED, 0);
    Atomics.store(this.words, SCRIPTED, turns.length);
  }

  /** Lets the thread that stands at its gate do its operation. */
  letGo(thread: number): void {
    this.set(thread, 'state', STATE.running);
    this.grant(thread, GRANT.go);
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

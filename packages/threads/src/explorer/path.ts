import type { Request } from '../primitives/verb.ts';
import type { VirtualMachine } from '../virtual/virtual-machine.ts';

/**
 * The schedule being tried: at each depth a choice of who goes, and the step that followed. Sets of threads are bits.
 * Everything is in columns, and used again for each schedule that comes by: a million of them a second make no object.
 */
export class Path {
  /** Those that are to be tried at a depth, tried ones included. */
  readonly todo: Int32Array;
  /** Those that need not be tried there (any more): what would follow is known, up to the order of independent steps. */
  readonly asleep: Int32Array;
  /** Who went. */
  readonly threads: Int32Array;
  /** What it did. */
  readonly requests: Request[] = [];
  /** 1: every step before this one happened before it. */
  readonly followsAll: Uint8Array;
  readonly #threadCount: number;
  /** Vector clocks: for each step and each thread, up to which depth the thread's steps happened before it or are it. */
  readonly #clocks: Int32Array;
  /** The model's state before each step. */
  readonly #words: Int32Array[] = [];

  constructor(threadCount: number, maxSteps: number) {
    this.todo = new Int32Array(maxSteps + 1);
    this.asleep = new Int32Array(maxSteps + 1);
    this.threads = new Int32Array(maxSteps + 1);
    this.followsAll = new Uint8Array(maxSteps + 1);
    this.#clocks = new Int32Array((maxSteps + 1) * threadCount);
    this.#threadCount = threadCount;
  }

  /** Did the step at `earlier` happen before the one at `later`, by what is known of that one yet? */
  happenedBefore(earlier: number, later: number): boolean {
    return (this.#clocks[later * this.#threadCount + (this.threads[earlier] as number)] as number) > earlier;
  }

  /** Nothing is known yet to have happened before the step at `depth`. */
  beginClock(depth: number): void {
    const row = depth * this.#threadCount;
    for (let thread = 0; thread < this.#threadCount; thread++) this.#clocks[row + thread] = 0;
  }

  /** What happened before the step at `earlier` happened before the one at `later`, and so did that step. */
  joinClock(later: number, earlier: number): void {
    const [to, from] = [later * this.#threadCount, earlier * this.#threadCount];
    for (let thread = 0; thread < this.#threadCount; thread++) {
      const known = this.#clocks[from + thread] as number;
      if (known > (this.#clocks[to + thread] as number)) this.#clocks[to + thread] = known;
    }
  }

  /** All is known of the step at `depth`. */
  endClock(depth: number): void {
    this.#clocks[depth * this.#threadCount + (this.threads[depth] as number)] = depth + 1;
  }

  wordsAt(depth: number): Int32Array {
    return this.#words[depth] as Int32Array;
  }

  /** For a few words a loop is faster than `set`. */
  keepWords(depth: number, { words }: VirtualMachine['model']): void {
    const kept = (this.#words[depth] ??= new Int32Array(words.length));
    for (let word = 0; word < words.length; word++) kept[word] = words[word] as number;
  }
}

// The words of a thread pool and of all its futures. Jobs are taken in the order in which they were submitted, so the
// pool's queue is nothing but two numbers: how many were submitted, and how many have left the queue.
import { ERROR_WORDS, errorAt, writeError } from './error-words.ts';
import type { Future } from './future.ts';
import { MONITOR_WORDS } from './monitor.ts';
import type { Program } from './operation.ts';
import type { PythonError } from './python-error.ts';
import { textOf } from './python-none.ts';
import { SharedObject } from './shared-object.ts';

/** Words of the pool. */
const POOL = {
  /** Jobs that have neither finished nor been cancelled. */
  unfinished: 0,
  submitted: 1,
  /** Jobs that have left the queue. */
  taken: 2,
  stage: 3,
  /** Workers that were started, or are about to be. */
  spawned: 4,
  /** CPython's `_idle_semaphore`: workers that found no job. */
  idle: 5,
  /** Futures whose waiters were told. */
  completed: 6,
} as const;

/** Words of one future, behind those of the pool. */
const FUTURE = {
  state: 0,
  /** What was submitted; once it has finished its result. */
  data: 1,
  /** Thread that runs it, + 1. */
  runner: 2,
  /** Callbacks to be called when it is done, in order, 6 bits each. */
  callbacks: 3,
  /** Place in the order of completion, from 1. */
  order: 4,
  error: 5,
} as const;

const FUTURES = Object.keys(POOL).length;
const FUTURE_WORDS = FUTURE.error + ERROR_WORDS;
const CALLBACK_BITS = 6;
const CALLBACKS_AT_MOST = 4;
/** Between the first and the last of neighbours. */
const RUN = '…';
/** What the name of an operation has room for. */
const NAME_BYTES = 95;

/** `closing`: no new jobs, but the workers do not know yet. */
export const STAGE = { open: 0, closing: 1, shut: 2 } as const;

/** As in CPython's Lib/concurrent/futures/_base.py; 0: not yet submitted. */
export const STATE = { pending: 1, running: 2, cancelled: 3, cancelledAndNotified: 4, finished: 5 } as const;

/** Called when a future is done, in the thread that completes it. */
export type DoneCallback = (future: Future) => Program<unknown>;

export interface FutureTableOptions {
  /** How many jobs it can take in a run: 16 where nothing is said, 64 at most. */
  readonly capacity?: number;
  /** What can be given to `addDoneCallback`, by the names under which they are shown. */
  readonly callbacks?: Readonly<Record<string, DoneCallback>>;
  /** Name of a future on screen, from its place in the order of submission (from 0); pure. Absent: `f1`, `f2`, … */
  readonly futureName?: (index: number) => string;
  /** The text of a result in events; pure. */
  readonly showResult?: (result: number) => string;
}

/** A pool as its words: what the operations on futures have to know of it. */
export abstract class FutureTable extends SharedObject {
  readonly words: number;
  readonly realWords = MONITOR_WORDS;
  readonly capacity: number;
  readonly callbackNames: readonly string[];
  readonly #callbacks: readonly DoneCallback[];
  readonly #names: readonly string[];
  readonly #showResult: ((result: number) => string) | undefined;
  /** Sets of futures, by their text. */
  readonly #sets = new Map<string, readonly number[]>();

  constructor(name: string, options: FutureTableOptions) {
    super(name);
    const { capacity = 16, callbacks = {}, futureName = (index) => `f${index + 1}`, showResult } = options;
    if (capacity > 64) throw new RangeError('a pool has room for 64 jobs');
    this.capacity = capacity;
    this.words = FUTURES + capacity * FUTURE_WORDS;
    this.callbackNames = Object.keys(callbacks);
    this.#callbacks = Object.values(callbacks);
    this.#names = Array.from({ length: capacity }, (_, index) => futureName(index));
    this.#showResult = showResult;
  }

  get(words: Int32Array, field: keyof typeof POOL): number {
    return words[this.at + POOL[field]] as number;
  }

  set(words: Int32Array, field: keyof typeof POOL, word: number): void {
    words[this.at + POOL[field]] = word;
  }

  of(words: Int32Array, index: number, field: keyof typeof FUTURE): number {
    return words[this.#at(index) + FUTURE[field]] as number;
  }

  setOf(words: Int32Array, index: number, field: keyof typeof FUTURE, word: number): void {
    words[this.#at(index) + FUTURE[field]] = word;
  }

  /** Cancelled, or finished in any way. */
  isDone(words: Int32Array, index: number): boolean {
    return this.of(words, index, 'state') >= STATE.cancelled;
  }

  /** Done as `wait` and `as_completed` see it: of a cancelled one they hear when a worker comes upon it. */
  isNotified(words: Int32Array, index: number): boolean {
    return this.of(words, index, 'order') > 0;
  }

  notify(words: Int32Array, index: number): void {
    const order = this.get(words, 'completed') + 1;
    this.set(words, 'completed', order);
    this.setOf(words, index, 'order', order);
  }

  /** The future that a thread is running; undefined: none. */
  runBy(words: Int32Array, thread: number): number | undefined {
    for (let index = 0; index < this.capacity; index++)
      if (this.of(words, index, 'runner') === thread + 1) return index;
    return undefined;
  }

  errorOf(words: Int32Array, index: number): PythonError | undefined {
    return errorAt(words, this.#at(index) + FUTURE.error);
  }

  setError(words: Int32Array, index: number, text: string): void {
    writeError(words, this.#at(index) + FUTURE.error, text);
  }

  /** The result or the error of a finished future. */
  outcomeOf(words: Int32Array, index: number): string {
    return String(this.errorOf(words, index) ?? this.resultText(this.of(words, index, 'data')));
  }

  resultText(result: number): string {
    return textOf(result, this.#showResult);
  }

  /** Adds a callback for the time when the future is done. */
  addCallback(words: Int32Array, index: number, callback: number): void {
    const packed = this.of(words, index, 'callbacks');
    const count = callbacksIn(packed).length;
    if (count === CALLBACKS_AT_MOST) throw new RangeError(`a future has room for ${CALLBACKS_AT_MOST} callbacks`);
    this.setOf(words, index, 'callbacks', packed | ((callback + 1) << (count * CALLBACK_BITS)));
  }

  /** Takes the callbacks, for they are called once. */
  takeCallbacks(words: Int32Array, index: number): number {
    const packed = this.of(words, index, 'callbacks');
    this.setOf(words, index, 'callbacks', 0);
    return packed;
  }

  callbackAt(callback: number): DoneCallback {
    return this.#callbacks[callback] as DoneCallback;
  }

  nameOf(index: number): string {
    return this.#names[index] as string;
  }

  /** A set of futures as text: `f1, f3…f50`. It is also how an operation says which futures it means. */
  textOfSet(futures: readonly Future[]): string {
    const indices = [...new Set(futures.map(({ index }) => index))].sort((one, other) => one - other);
    const text = runsOf(indices)
      .map((run) => [...new Set(run)].map((index) => this.nameOf(index)).join(RUN))
      .join(', ');
    if (new TextEncoder().encode(text).length > NAME_BYTES) throw new RangeError(`too long for one operation: ${text}`);
    this.#sets.set(text, indices);
    return text;
  }

  /** The futures of a set, by its text. */
  setOfText(text: string): readonly number[] {
    const known = this.#sets.get(text);
    if (known) return known;
    const indices = text === '' ? [] : text.split(', ').flatMap((run) => this.#indicesOf(run));
    this.#sets.set(text, indices);
    return indices;
  }

  override describe(words: Int32Array): string {
    const states = Array.from({ length: this.get(words, 'submitted') }, (_, index) => {
      const state = this.of(words, index, 'state');
      return state === STATE.finished && this.errorOf(words, index) ? '!' : ['', '·', '▸', '✕', '✕', '✓'][state];
    });
    return `${this.name}=${states.join('')}`;
  }

  #at(index: number): number {
    return this.at + FUTURES + index * FUTURE_WORDS;
  }

  #indicesOf(run: string): readonly number[] {
    const [first, last] = run.split(RUN).map((name) => this.#names.indexOf(name)) as [number, number?];
    return Array.from({ length: (last ?? first) - first + 1 }, (_, offset) => first + offset);
  }
}

/** First and last of each run of neighbours. */
function runsOf(indices: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const index of indices) {
    const run = runs.at(-1);
    if (run && index === run[1] + 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

/** Callbacks as they are packed into one word. */
export function callbacksIn(packed: number): readonly number[] {
  const callbacks: number[] = [];
  for (let rest = packed; rest !== 0; rest >>>= CALLBACK_BITS) callbacks.push((rest & ((1 << CALLBACK_BITS) - 1)) - 1);
  return callbacks;
}

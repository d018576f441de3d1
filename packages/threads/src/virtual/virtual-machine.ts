import { Model } from '../model/model.ts';
import { isPythonError } from '../primitives/python-error.ts';
import { isUnborn } from '../primitives/thread.ts';
import type { Request, Step } from '../primitives/verb.ts';
import type { ProgramInstance } from '../program.ts';
import { type Answer, createThreadTree, type Place, type ThreadTree } from './thread-tree.ts';

/** Something whose threads do one operation at a time when told to: the virtual machine, or real threads at a gate. */
export interface StepMachine {
  readonly threadCount: number;
  /** The number by which people call each thread. */
  readonly threadNumbers: readonly number[];
  readonly model: Model;
  /** The thread's next operation; undefined: it has finished. Threads are numbered from 0. */
  pending(thread: number): Request | undefined;
  /** Lets the thread do its next operation, or let its time run out. It must be one that may go. */
  step(thread: number): Step | Promise<Step>;
  /** Have all threads finished for which the program waits? */
  isOver(): boolean;
}

/**
 * Has the program ended? It has when every thread has finished but daemons, those that nobody has started, and workers
 * of a pool that have no job, which Python sends home when it exits.
 * @see https://docs.python.org/3/library/threading.html#thread-objects
 */
export function isProgramOver(
  threads: ProgramInstance['threads'],
  pending: (thread: number) => Request | undefined,
  words: Int32Array,
): boolean {
  return threads.every((thread, index) => {
    const request = pending(index);
    if (request === undefined || thread.isDaemon === true || isUnborn(request, words)) return true;
    return request.verb.isRest === true && !request.verb.enabled(words, index, request);
  });
}

/** Runs a program on the model alone: no thread, no clock, any browser. It can go back to any earlier step. */
export class VirtualMachine implements StepMachine {
  readonly model: Model;
  readonly threadCount: number;
  readonly threadNumbers: readonly number[];
  readonly #threads: ProgramInstance['threads'];
  /** False: the program is over when all have finished, which is quickly seen. */
  readonly #hasSpawned: boolean;
  readonly #trees: readonly ThreadTree[];
  #places: Place[];
  #depth = 0;
  /** State before each step taken: words of the model and places of the threads, one row a step. */
  #pastWords = new Int32Array(256);
  readonly #pastPlaces: Place[] = [];

  constructor(instance: ProgramInstance) {
    this.model = new Model(instance.objects);
    this.#trees = instance.threads.map((thread) => createThreadTree(() => thread.body()));
    this.threadCount = this.#trees.length;
    this.threadNumbers = instance.threadNumbers;
    this.#threads = instance.threads;
    this.#hasSpawned = instance.spawned.length > 0;
    this.#places = this.#trees.map(({ root }) => root);
  }

  /** Steps taken so far. */
  get depth(): number {
    return this.#depth;
  }

  pending(thread: number): Request | undefined {
    return (this.#places[thread] as Place).request;
  }

  /** The threads that may be let go, as bits; none when the program is over. */
  enabledThreads(): number {
    if (this.#hasSpawned && this.isOver()) return 0;
    let bits = 0;
    for (let thread = 0; thread < this.threadCount; thread++) {
      const request = this.pending(thread);
      if (request !== undefined && this.model.mayGo(thread, request)) bits |= 1 << thread;
    }
    return bits;
  }

  isOver(): boolean {
    if (!this.#hasSpawned) return this.#places.every(({ request }) => request === undefined);
    return isProgramOver(this.#threads, (thread) => this.pending(thread), this.model.words);
  }

  step(thread: number): Step {
    const request = this.pending(thread) as Request;
    const expired = !this.model.enabled(thread, request);
    const answer = this.advance(thread);
    return typeof answer === 'number'
      ? { ...dataOf(request), thread, answer, expired }
      : { ...dataOf(request), thread, answer: 0, expired, failure: String(answer) };
  }

  /** `step` without its description: what the explorer does a million times a second. */
  advance(thread: number): Answer {
    this.#remember();
    const place = this.#places[thread] as Place;
    const answer = this.#apply(thread, place.request as Request);
    this.#places[thread] = (this.#trees[thread] as ThreadTree).after(place, answer);
    return answer;
  }

  /** Goes back to the state after the first `depth` steps. */
  rewind(depth: number): void {
    const { words } = this.model;
    for (let word = 0, from = depth * words.length; word < words.length; word++)
      words[word] = this.#pastWords[from + word] as number;
    for (let thread = 0; thread < this.threadCount; thread++)
      this.#places[thread] = this.#pastPlaces[depth * this.threadCount + thread] as Place;
    this.#depth = depth;
  }

  #apply(thread: number, request: Request): Answer {
    try {
      return this.model.act(thread, request);
    } catch (error) {
      if (isPythonError(error)) return error;
      throw error;
    }
  }

  #remember(): void {
    const { words } = this.model;
    const to = this.#depth * words.length;
    if (to + words.length > this.#pastWords.length) {
      const grown = new Int32Array(this.#pastWords.length * 2 + words.length);
      grown.set(this.#pastWords);
      this.#pastWords = grown;
    }
    for (let word = 0; word < words.length; word++) this.#pastWords[to + word] = words[word] as number;
    for (let thread = 0; thread < this.threadCount; thread++)
      this.#pastPlaces[this.#depth * this.threadCount + thread] = this.#places[thread] as Place;
    this.#depth++;
  }
}

/** The data of a request, whose own class knows how to be yielded. */
function dataOf({ verb, object, argument, name, timeoutMs, line }: Request): Request {
  return { verb, object, argument, name, timeoutMs, line };
}

import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { createRing, inOrder, RingReader, type RingRecord } from '../live/ring.ts';
import { startWorker } from '../start-worker.ts';
import { type InterpreterTask, type InterpreterWord, START } from './interpreter-task.ts';
import { createLockMemory, WORD } from './lock-memory.ts';

/** Which program runs under the lock, and in which threads. */
export interface InterpreterCrewOptions {
  /** Absolute directory and file name of the compiled program. */
  readonly directory: string;
  readonly program: string;
  /** A thread for each: the name of the exported function that it runs. */
  readonly bodies: readonly string[];
  readonly intervalMs: number;
}

/** What a thread did until the time was over. */
export interface ThreadWork {
  readonly executed: number;
  readonly elapsedMs: number;
}

/** What the lock itself counted. */
export interface LockCounts {
  readonly slices: number;
  readonly executed: number;
}

/** Records of one thread that may wait to be fetched. */
const RING_CAPACITY = 1 << 14;

/** Workers under one interpreter lock, for one run. Whoever creates a crew disposes of it; then none of them is left. */
export class InterpreterCrew {
  readonly #memory = createLockMemory();
  readonly #words = new Int32Array(this.#memory);
  readonly #readers: readonly RingReader[];
  readonly #workers: readonly Worker[];
  readonly #fault: Promise<never>;
  readonly #ready: Promise<unknown>;
  #next = 0;

  constructor({ directory, program, bodies, intervalMs }: InterpreterCrewOptions) {
    const programUrl = pathToFileURL(join(directory, program)).href;
    const rings = bodies.map(() => createRing(RING_CAPACITY));
    this.#readers = rings.map((ring) => new RingReader(ring));
    this.#workers = rings.map((ring, index) => {
      const body = bodies[index] as string;
      const task: InterpreterTask = { programUrl, body, number: index + 1, memory: this.#memory, intervalMs, ring };
      return startWorker(import.meta.url, './interpreter.worker', { workerData: task });
    });
    this.#fault = new Promise((_, reject) => {
      for (const worker of this.#workers) worker.once('error', reject);
    });
    this.#fault.catch(() => undefined);
    this.#ready = Promise.all(this.#workers.map(wordOf));
  }

  /** Waits until all threads can begin. Rejects when a worker broke. */
  async ready(): Promise<void> {
    await Promise.race([this.#ready, this.#fault]);
  }

  /** The first thread runs by itself, unrecorded, until `stop`: once before `run`, and once after. */
  async runAlone(): Promise<ThreadWork> {
    const isBefore = Atomics.load(this.#words, WORD.start) === 0;
    const [work] = await this.#begin(isBefore ? START.alone : START.aloneAgain, this.#workers.slice(0, 1));
    return work as ThreadWork;
  }

  /** All threads run, until `stop`. */
  run(): Promise<readonly ThreadWork[]> {
    return this.#begin(START.together, this.#workers);
  }

  /** The time is over: each thread ends as soon as it has had the lock once more. */
  stop(): void {
    Atomics.store(this.#words, WORD.stop, 1);
  }

  /** Takes the records that there are, in the order of their numbers; threads are numbered from 1. */
  *records(): Generator<{ readonly thread: number; readonly record: RingRecord }> {
    for (const { ring, record } of inOrder(this.#readers, this.#next)) {
      this.#next++;
      yield { thread: ring + 1, record };
    }
  }

  /** Records that found no room. */
  get dropped(): number {
    return this.#readers.reduce((sum, reader) => sum + reader.dropped, 0);
  }

  /**
   * What the lock itself counted up to now: how often it went to a thread that was not the one before, and the batches of
   * all threads, in a word that nothing but the lock protects.
   */
  get counts(): LockCounts {
    return { slices: Atomics.load(this.#words, WORD.switches), executed: Atomics.load(this.#words, WORD.work) };
  }

  /** Makes the lock one that nobody has ever had. */
  reset(): void {
    for (const place of [WORD.lastHolder, WORD.switches, WORD.work]) Atomics.store(this.#words, place, 0);
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  async #begin(part: number, workers: readonly Worker[]): Promise<readonly ThreadWork[]> {
    const work = Promise.all(workers.map(workOf));
    Atomics.store(this.#words, WORD.stop, 0);
    Atomics.store(this.#words, WORD.start, part);
    Atomics.notify(this.#words, WORD.start);
    return Promise.race([work, this.#fault]);
  }
}

async function wordOf(worker: Worker): Promise<InterpreterWord> {
  const [word] = (await once(worker, 'message')) as [InterpreterWord];
  return word;
}

async function workOf(worker: Worker): Promise<ThreadWork> {
  const word = await wordOf(worker);
  if (word.state !== 'done') throw new Error('the thread had not begun');
  return word;
}

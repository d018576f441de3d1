import type { KnobValues } from '@lockstep/trace';
import { importProgram, programUrl, startJob } from '#platform';
import { Model } from '../model/model.ts';
import type { StartedWorker } from '../platform/started-worker.ts';
import { verbWith } from '../primitives/registry.ts';
import { nothing, type SharedObject } from '../primitives/shared-object.ts';
import { isUnborn } from '../primitives/thread.ts';
import type { Request } from '../primitives/verb.ts';
import type { ProgramInstance } from '../program.ts';
import { isProgramOver } from '../virtual/virtual-machine.ts';
import { Board, createBoard, STATE } from './board.ts';
import { NAME_TABLE_BYTES, nameAt } from './name-table.ts';
import { createRing } from './ring.ts';
import type { WorkerTask } from './worker-task.ts';

/** Which program, and how its workers shall run it. */
export interface CrewOptions {
  /** Absolute directory and file name of the compiled program. */
  readonly directory: string;
  readonly program: string;
  readonly knobs: KnobValues;
  /** True: each operation waits for a grant. */
  readonly gated: boolean;
  /** Records each operation in a ring of so many records; absent: nothing is recorded. */
  readonly ringCapacity?: number;
  /** Finds each operation's line in the source. Costs some microseconds an operation. */
  readonly lines: boolean;
  /** Time that passes between a load and what follows it, in free runs. */
  readonly windowUs: number;
}

/** The run was ended from outside. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * The worker threads of one program, ready to run it any number of times. Whoever creates one disposes of it; then no
 * worker is left.
 */
export class Crew {
  readonly instance: ProgramInstance;
  readonly board: Board;
  readonly rings: readonly SharedArrayBuffer[];
  readonly #names: readonly SharedArrayBuffer[];
  readonly #workers: readonly StartedWorker[];
  #fault: Error | undefined;

  private constructor(instance: ProgramInstance, url: string, options: CrewOptions) {
    const { knobs, gated, lines, windowUs, ringCapacity } = options;
    const { threads, realWords } = instance;
    const board = createBoard(threads.length, realWords, gated ? MOST_SCRIPTED : 0);
    this.instance = instance;
    this.board = new Board(board);
    this.rings = ringCapacity === undefined ? [] : threads.map(() => createRing(ringCapacity));
    this.#names = threads.map(() => new SharedArrayBuffer(NAME_TABLE_BYTES));
    this.#workers = threads.map((_, thread) => {
      const names = this.#names[thread] as SharedArrayBuffer;
      const ring = this.rings[thread];
      const task: WorkerTask = { programUrl: url, knobs, thread, board, names, ring, lines, gated, windowUs };
      const worker = startJob({ kind: 'thread', task });
      worker.onError((error) => this.stop(error));
      return worker;
    });
  }

  static async create(options: CrewOptions): Promise<Crew> {
    const url = programUrl(options.directory, options.program);
    const program = await importProgram(url);
    return new Crew(program.instantiate(options.knobs), url, options);
  }

  get actors(): readonly string[] {
    return this.instance.threads.map(({ actor }) => actor);
  }

  /** Waits until all workers are in this state. Rejects when a worker has broken, or with what `stop` was given. */
  async allAre(state: number): Promise<void> {
    while (!(await this.areAll(state, WATCH_MS)));
  }

  /** Like `allAre`, but looks again at the latest after so many milliseconds, and returns whether it is so. */
  async areAll(state: number, withinMs: number): Promise<boolean> {
    const seen = this.board.reports;
    this.throwFault();
    if (this.board.isEvery(state)) return true;
    await this.board.reportAfter(seen, withinMs);
    this.throwFault();
    return this.board.isEvery(state);
  }

  /** Waits until every worker is there, or has ended the run before. */
  async areReady(): Promise<void> {
    const { board } = this;
    const isReady = () => board.isEvery(STATE.idle) || board.isEvery(STATE.done);
    while (!isReady()) await this.areAll(STATE.idle, WATCH_MS);
  }

  /** Whether these workers keep the process alive. */
  stayAlive(stays: boolean): void {
    for (const worker of this.#workers) worker.stayAlive(stays);
  }

  /**
   * Has every thread finished for which the program waits? False also where that cannot be said, because somebody went
   * to sleep or woke while it was looked at: who rests in a pool may have got a job.
   */
  isOver(): boolean {
    const { board, instance } = this;
    const threads = instance.threads.map((_, thread) => thread);
    const sleepsBefore = threads.map((thread) => board.get(thread, 'sleeps'));
    const states = threads.map((thread) => board.get(thread, 'state'));
    const pending = (thread: number) => (states[thread] === STATE.done ? undefined : this.published(thread));
    const isAwakeAgain = (thread: number) => states[thread] === STATE.running && pending(thread)?.verb.isRest === true;
    if (threads.some(isAwakeAgain)) return false;
    if (!isProgramOver(instance.threads, pending, this.state())) return false;
    return threads.every((thread) => board.get(thread, 'sleeps') === sleepsBefore[thread]);
  }

  /** The threads that have begun and not ended. */
  living(): readonly number[] {
    const { board } = this;
    const words = this.state();
    return this.instance.threads.flatMap((_, thread) =>
      board.get(thread, 'state') === STATE.done || isUnborn(this.published(thread), words) ? [] : [thread],
    );
  }

  throwFault(): void {
    if (this.#fault) throw this.#fault;
  }

  /** Puts the objects into their initial state and lets all threads begin. All must be idle or done. */
  begin(): void {
    const { memory } = this.board;
    memory.fill(0);
    for (const object of this.instance.objects) object.initialize(memory, object.realAt);
    this.board.begin();
  }

  /** The operation that a thread has published, or the one that it left in the slot of a step. */
  published(thread: number, slot = thread): Request {
    const { board } = this;
    return {
      verb: verbWith(board.get(slot, 'verb')),
      object: this.object(board.get(slot, 'object')),
      argument: board.get(slot, 'argument'),
      name: this.name(thread, board.get(slot, 'name')),
      timeoutMs: board.get(slot, 'timeoutMs'),
      line: board.get(slot, 'line'),
    };
  }

  object(index: number): SharedObject {
    return this.instance.objects[index] ?? nothing;
  }

  name(thread: number, number: number): string {
    return nameAt(this.#names[thread] as SharedArrayBuffer, number);
  }

  /** The state of the shared objects, in words of the model. */
  state(): Int32Array {
    const model = new Model(this.instance.objects);
    model.copyFrom(this.board.memory);
    return model.words;
  }

  /** Ends what is being waited for. */
  stop(reason: Error = new Stopped('the run was stopped')): void {
    this.#fault ??= reason;
    this.board.ring();
  }

  /** Whoever sleeps is woken first: not every browser ends a worker that sleeps. */
  async dispose(): Promise<void> {
    this.board.dismiss();
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

/** Steps of a schedule that run without the main thread; what is longer goes on step by step. */
const MOST_SCRIPTED = 2000;

/** A report wakes at once; this is only how long a lost one could cost. */
const WATCH_MS = 500;

import { codeOf } from '../primitives/registry.ts';
import type { RealThread, Request } from '../primitives/verb.ts';
import { type Board, STATE } from './board.ts';
import type { NameWriter } from './name-table.ts';
import { BLOCKED, EXPIRED, FAILED, FINISHED, type RingWriter, UNBLOCKED, whatOf } from './ring.ts';

/** Thrown inside a thread whose run was given up. The thread itself lives on for the next run. */
export class Aborted extends Error {
  override readonly name = 'Aborted';
}

/** Sleeps are cut into slices, so that an abort that comes just before one is noticed. */
const SLICE_MS = 50;

/** A worker as the primitives see it. */
export class WorkerThread implements RealThread {
  readonly thread: number;
  readonly memory: Int32Array;
  readonly isRecording: boolean;
  readonly #board: Board;
  readonly #names: NameWriter;
  readonly #ring: RingWriter | undefined;
  /** A word on which nobody notifies: only for sleeping. */
  readonly #nobody = new Int32Array(new SharedArrayBuffer(4));

  constructor(thread: number, board: Board, names: NameWriter, ring: RingWriter | undefined) {
    this.thread = thread;
    this.memory = board.memory;
    this.isRecording = ring !== undefined;
    this.#board = board;
    this.#names = names;
    this.#ring = ring;
  }

  note(request: Request, answer: number): void {
    if (this.#ring !== undefined) this.#write(0, request, answer);
  }

  noteExpired(request: Request, answer: number): void {
    this.#moveTo(STATE.running);
    if (this.#ring !== undefined) this.#write(EXPIRED, request, answer);
  }

  noteFailure(request: Request, error: unknown, expired: boolean): void {
    this.#moveTo(STATE.running);
    if (this.#ring !== undefined) {
      const mark = expired ? FAILED | EXPIRED : FAILED;
      this.#write(mark, request, this.#names.numberOf(String(error)));
    }
  }

  noteFinished(): void {
    this.#ring?.write(FINISHED, -1, 0, 0, 0, 0);
  }

  noteBlocked(request: Request): void {
    this.publish(request);
    this.#moveTo(STATE.blocked);
    if (this.#ring !== undefined) this.#write(BLOCKED, request, 0);
  }

  noteUnblocked(request: Request): void {
    this.#moveTo(STATE.running);
    if (this.#ring !== undefined) this.#write(UNBLOCKED, request, 0);
  }

  sleepWhile(index: number, value: number, timeoutMs = SLICE_MS): void {
    this.#board.set(this.thread, 'sleepsOn', index + 1);
    if (!this.#board.isAborted) Atomics.wait(this.memory, index, value, Math.min(timeoutMs, SLICE_MS));
    this.#board.set(this.thread, 'sleepsOn', 0);
    if (this.#board.isAborted) throw new Aborted();
  }

  sleepFor(us: number): void {
    Atomics.wait(this.#nobody, 0, 0, us / 1000);
  }

  /** Lets the main thread know what this thread is about to do. */
  publish(request: Request): void {
    const board = this.#board;
    board.set(this.thread, 'verb', codeOf(request.verb));
    board.set(this.thread, 'object', request.object.index);
    board.set(this.thread, 'argument', request.argument);
    board.set(this.thread, 'name', this.#names.numberOf(request.name));
    board.set(this.thread, 'timeoutMs', request.timeoutMs);
    board.set(this.thread, 'line', request.line);
  }

  #moveTo(state: number): void {
    this.#board.set(this.thread, 'sleeps', this.#board.get(this.thread, 'sleeps') + 1);
    this.#board.set(this.thread, 'state', state);
  }

  #write(mark: number, { verb, object, argument, name, timeoutMs, line }: Request, answer: number): void {
    const nameNumber = name === object.name ? 0 : this.#names.numberOf(name) + 1;
    this.#ring?.write(whatOf(codeOf(verb), mark, timeoutMs), object.index, argument, answer, line, nameNumber);
  }
}

// What a program under the interpreter lock sees of its interpreter: bytecode is executed with the lock, a system call
// that blocks is made without it.
import type { InterpreterLock } from './interpreter-lock.ts';
import { WORD } from './lock-memory.ts';

/** Steps of arithmetic in a batch: about as long as a few bytecodes of CPython. */
const STEPS_IN_BATCH = 64;

/** A word on which nobody notifies: only for sleeping. */
const nobody = new Int32Array(new SharedArrayBuffer(4));

/** A thread's own interpreter. All of them share one lock. */
export class Interpreter {
  /** Batches that this thread has executed. */
  executed = 0;
  readonly #lock: InterpreterLock;
  readonly #words: Int32Array;
  readonly #findLine: () => number;
  /** What the batches compute with; a field, so that the computation cannot be optimized away. */
  #register = 1;

  constructor(lock: InterpreterLock, memory: SharedArrayBuffer, findLine: () => number) {
    this.#lock = lock;
    this.#words = new Int32Array(memory);
    this.#findLine = findLine;
  }

  /** False when the time of the run is over. */
  get isRunning(): boolean {
    return Atomics.load(this.#words, WORD.stop) === 0;
  }

  /** Executes some bytecode; between two batches it looks whether somebody else wants the lock. */
  execute(batches = 1): void {
    for (let batch = 0; batch < batches; batch++) {
      this.#executeBatch();
      if (this.#lock.isAskedToDrop) this.#letOthers();
    }
  }

  /** A system call that blocks for so long. Who blocks does not need the interpreter. */
  block(ms: number): void {
    const line = this.#findLine();
    this.#lock.drop('io', line);
    Atomics.wait(nobody, 0, 0, ms);
    this.#lock.take(line);
  }

  #executeBatch(): void {
    let register = this.#register;
    for (let step = 0; step < STEPS_IN_BATCH; step++) register = (Math.imul(register, 1_103_515_245) + 12_345) | 0;
    this.#register = register;
    this.executed++;
    this.#words[WORD.work] = (this.#words[WORD.work] as number) + 1;
  }

  #letOthers(): void {
    const line = this.#findLine();
    this.#lock.drop('request', line);
    this.#lock.take(line);
  }
}

/** The body of a thread under the interpreter lock. It returns soon after `isRunning` has become false. */
export type InterpretedProgram = (python: Interpreter) => void;

// One thread under the interpreter lock: it warms up, says so, and runs its program when it is let go. The first one
// also does so by itself, before and after, so that there is something to compare with.
import { parentPort, workerData } from 'node:worker_threads';
import { createLineFinder } from '../live/line-finder.ts';
import { RingWriter } from '../live/ring.ts';
import { type InterpretedProgram, Interpreter } from './interpreter.ts';
import { InterpreterLock, type LockWitness } from './interpreter-lock.ts';
import { type InterpreterTask, type InterpreterWord, START } from './interpreter-task.ts';
import { createLockMemory, WORD } from './lock-memory.ts';
import { recordingWitness } from './lock-records.ts';

/** Enough for V8 to compile the loop before anything is measured. */
const WARM_UP_BATCHES = 100_000;

const { memory, number, intervalMs, programUrl, body, ring } = workerData as InterpreterTask;
const words = new Int32Array(memory);
const program = ((await import(programUrl)) as Record<string, InterpretedProgram>)[body] as InterpretedProgram;
const findLine = createLineFinder(programUrl);
const silent: LockWitness = { requested() {}, taken() {}, askedToDrop() {}, dropped() {}, finished() {} };

interpreterWith(createLockMemory(), silent).python.execute(WARM_UP_BATCHES);
findLine();
tell({ state: 'ready' });
for (const part of [START.alone, START.together, START.aloneAgain]) {
  awaitStart(part);
  if (part === START.together) run(recordingWitness(new RingWriter(ring, words, WORD.counter)));
  else if (number === 1) run(silent);
}

function run(witness: LockWitness): void {
  const { lock, python } = interpreterWith(memory, witness);
  const startMs = performance.now();
  lock.take();
  program(python);
  lock.drop('finished');
  witness.finished();
  tell({ state: 'done', executed: python.executed, elapsedMs: performance.now() - startMs });
}

function interpreterWith(ofLock: SharedArrayBuffer, witness: LockWitness) {
  const lock = new InterpreterLock(ofLock, number, intervalMs, witness);
  return { lock, python: new Interpreter(lock, ofLock, findLine) };
}

function awaitStart(part: number): void {
  for (let start = 0; start < part; start = Atomics.load(words, WORD.start)) Atomics.wait(words, WORD.start, start);
}

function tell(word: InterpreterWord): void {
  parentPort?.postMessage(word);
}

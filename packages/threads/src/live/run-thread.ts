// One worker thread: it loads the lab's program and runs its thread as often as whoever started it asks.
import { findLines, importProgram, nowNs } from '#platform';
import { captureLines, type Program } from '../primitives/operation.ts';
import { isPythonError } from '../primitives/python-error.ts';
import { type ProgramThread, placeInSharedMemory } from '../program.ts';
import { type Answer, resume } from '../virtual/thread-tree.ts';
import { Board, STATE } from './board.ts';
import { NameWriter } from './name-table.ts';
import { type Perform, performAtGate, performFreely } from './perform.ts';
import { RingWriter } from './ring.ts';
import type { WorkerTask } from './worker-task.ts';
import { Aborted, WorkerThread } from './worker-thread.ts';

/** Settles when the crew is dismissed. Between two runs, and wherever the program waits, the thread sleeps for real. */
export async function runThread(task: WorkerTask): Promise<void> {
  const program = await importProgram(task.programUrl);
  const instance = program.instantiate(task.knobs);
  placeInSharedMemory(instance);
  const thread = instance.threads[task.thread] as ProgramThread;
  if (task.lines) captureLines(await findLines(task.programUrl));

  const board = new Board(task.board);
  const names = new NameWriter(task.names);
  const ring = task.ring && new RingWriter(task.ring, board.words, Board.counterAt);
  const real = new WorkerThread(task.thread, board, names, ring);
  const perform = task.gated ? performAtGate(real, board, names) : performFreely(real, board, task.windowUs);

  board.report(task.thread, STATE.idle);
  for (let generation = board.awaitRun(0); generation > 0; generation = board.awaitRun(generation)) {
    board.meet();
    board.times[task.thread * 2] = nowNs();
    try {
      run(thread.body(), perform);
      real.noteFinished();
    } catch (error) {
      if (!(error instanceof Aborted)) throw error;
    }
    board.times[task.thread * 2 + 1] = nowNs();
    board.report(task.thread, STATE.done);
  }
}

function run(generator: Program, execute: Perform): void {
  let next = generator.next();
  while (!next.done) {
    let answer: Answer;
    try {
      answer = execute(next.value);
    } catch (error) {
      if (!isPythonError(error)) throw error;
      answer = error;
    }
    next = resume(generator, answer);
  }
}

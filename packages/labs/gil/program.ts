import type { Interpreter } from '@lockstep/threads';

/** Computes, and never gives the interpreter lock up by itself. */
export function compute(python: Interpreter): void {
  while (python.isRunning) {
    python.execute(); // [1]
  }
}

/** Waits for input, then has a little to do with it, over and over. */
export function receive(python: Interpreter): void {
  while (python.isRunning) {
    python.block(1); // [2]
    python.execute(20); // [3]
  }
}

/** What the functions below share. Only CPython runs them, from program.py; this says the same. */
interface Shared {
  total: number;
  readonly lock: { hold(work: () => void): void };
}

export function plain(shared: Shared, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    shared.total += 1; // [4]
  }
}

export function converting(shared: Shared, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    shared.total += Number(1); // [5]
  }
}

function one(): number {
  return 1;
}

export function calling(shared: Shared, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    shared.total += one(); // [6]
  }
}

export function locking(shared: Shared, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    shared.lock.hold(() => converting(shared, 1)); // [7]
  }
}

// [1] Some bytecode. Between two pieces the interpreter looks whether anybody has asked for the lock.
// [2] A system call that blocks: the lock is dropped before, and must be taken again after.
// [4] Four instructions: load total, load 1, add, store total.
// [5] The same with a call between load and store: a place where CPython looks whether it should switch.
// [7] Whoever waits for this lock is not in the middle of anything.

// The word that makes a short stretch of code on shared memory one step. It is never held while its thread sleeps.
const SPINS_BEFORE_SLEEP = 200;
const SLEEP_MS = 0.05;

export function enter(memory: Int32Array, guard: number): void {
  for (let spins = 0; Atomics.compareExchange(memory, guard, 0, 1) !== 0; spins++)
    if (spins > SPINS_BEFORE_SLEEP) Atomics.wait(memory, guard, 1, SLEEP_MS);
}

export function leave(memory: Int32Array, guard: number): void {
  Atomics.store(memory, guard, 0);
}

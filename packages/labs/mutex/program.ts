import { type Lock, lock, type Program, sleep, threadProgram, type Value, value } from '@lockstep/threads';

interface Shared {
  readonly num: Value;
  readonly lock: Lock;
}

export function* worker({ num, lock }: Shared, guard: string, pauseMs: number): Program {
  if (guard === 'lock') {
    yield* lock.acquire(); // [1]
  }
  if (guard === 'spin') {
    while (!(yield* lock.acquire(0))); // [2]
  }
  const seen = yield* num.read(); // [3]
  if (pauseMs > 0) {
    yield* sleep(pauseMs); // [4]
  }
  yield* num.write(seen - 1); // [5]
  if (guard !== 'none') {
    yield* lock.release(); // [6]
  }
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared: (knobs) => ({ num: value('num', Number(knobs['threads'])), lock: lock('lock') }),
  threads: (shared, knobs) =>
    Array.from({ length: Number(knobs['threads']) }, (_, index) => ({
      actor: `t${index + 1}`,
      body: () => worker(shared, String(knobs['guard']), Number(knobs['pauseMs'])),
    })),
  outcome: ({ num }) => ({ value: String(num), expected: num === 0 }),
});

// [1] Sleeps until the lock is free: costs nothing while it waits.
// [2] Asks again and again: finds out sooner, and burns a core for it.
// [3] Load: a copy in this thread's own hands.
// [4] The longer the pause between load and store, the surer the loss.
// [5] Store: everybody who loaded the same number stores the same number.

import { compute, type Lock, lock, type Program, threadProgram, type Value, value } from '@lockstep/threads';

interface Shared {
  readonly total: Value;
  readonly lock: Lock | undefined;
}

export function* adder({ total, lock }: Shared, rounds: number): Program {
  for (let round = 0; round < rounds; round++) {
    if (lock) {
      yield* lock.acquire(); // [1]
    }
    let seen = yield* total.read(); // [2]
    seen = yield* compute('seen', seen + 1); // [3]
    yield* total.write(seen); // [4]
    if (lock) {
      yield* lock.release(); // [5]
    }
  }
}

export function* subtracter({ total, lock }: Shared, rounds: number): Program {
  for (let round = 0; round < rounds; round++) {
    if (lock) {
      yield* lock.acquire(); // [6]
    }
    let seen = yield* total.read(); // [7]
    seen = yield* compute('seen', seen - 1); // [8]
    yield* total.write(seen); // [9]
    if (lock) {
      yield* lock.release(); // [10]
    }
  }
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared: () => ({ total: value('total', 0), lock: lock('lock') }),
  threads: ({ total, lock }, knobs) => {
    const shared = { total, lock: knobs['lock'] === true ? lock : undefined };
    const rounds = Number(knobs['rounds']);
    return [
      { actor: 't1', body: () => adder(shared, rounds) },
      { actor: 't2', body: () => subtracter(shared, rounds) },
    ];
  },
  outcome: ({ total }) => ({ value: String(total), expected: total === 0 }),
});

// [2] Load: a copy of the shared value, in this thread's own hands.
// [3] Add: on the copy. The shared value has not changed yet.
// [4] Store: overwrites whatever is there, also what this thread never saw.
// [1] With the lock, load, add and store of one thread follow each other without the other's between them.

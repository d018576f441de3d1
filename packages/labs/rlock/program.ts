import { type Lock, lock, type Program, type RLock, rlock, threadProgram, type Value, value } from '@lockstep/threads';

type AnyLock = Lock | RLock;

interface Account {
  readonly lock: AnyLock;
  readonly balance: Value;
  /** How often the outer function gives the lock back. */
  readonly releases: number;
}

export function* deposit({ lock, balance, releases }: Account): Program {
  yield* lock.acquire(); // [1]
  yield* add(lock, balance); // [2]
  for (let count = 0; count < releases; count++) {
    yield* lock.release(); // [3]
  }
}

function* add(lock: AnyLock, balance: Value): Program {
  yield* lock.acquire(); // [4]
  yield* balance.add(10); // [5]
  yield* lock.release(); // [6]
}

export function* transfer(from: AnyLock, to: AnyLock, balance: Value): Program {
  yield* from.acquire(); // [7]
  yield* to.acquire(); // [8]
  yield* balance.add(10); // [9]
  yield* to.release(); // [10]
  yield* from.release(); // [11]
}

const RELEASES: Readonly<Record<string, number>> = { equal: 1, fewer: 0, more: 2 };

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared(knobs) {
    const create = knobs['kind'] === 'rlock' ? rlock : lock;
    return { a: create('A'), b: create('B'), balance: value('balance', 0) };
  },
  threads({ a, b, balance }, knobs) {
    const account = { lock: a, balance, releases: RELEASES[String(knobs['releases'])] as number };
    return knobs['story'] === 'transfer'
      ? [
          { actor: 't1', body: () => transfer(a, b, balance) },
          { actor: 't2', body: () => transfer(b, a, balance) },
        ]
      : [
          { actor: 't1', body: () => deposit(account) },
          { actor: 't2', body: () => deposit(account) },
        ];
  },
  outcome: ({ a, b, balance }) => ({
    value: a + b === 0 ? `balance ${balance}` : `balance ${balance}, a lock is still held`,
    expected: balance === 20 && a + b === 0,
  }),
});

// [3] As often as it was acquired: the counter must come back to zero.
// [4] The same thread asks again for what it already has.
// [8] A circle of two threads is none of a reentrant lock's business.

import { type Program, threadProgram, type Value, value } from '@lockstep/threads';

interface Shared {
  readonly total: Value;
}

export function* counter({ total }: Shared, rounds: number): Program {
  for (let round = 0; round < rounds; round++) {
    const seen = yield* total.read(); // [1]
    yield* total.write(seen + 1); // [2]
  }
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared: () => ({ total: value('total', 0) }),
  threads: (shared, knobs) => [
    { actor: 't1', body: () => counter(shared, Number(knobs['rounds'])) },
    { actor: 't2', body: () => counter(shared, Number(knobs['rounds'])) },
  ],
  outcome: ({ total }, knobs) => ({ value: String(total), expected: total === 2 * Number(knobs['rounds']) }),
});

// [1] Load: a copy of the shared value, in this thread's own hands.
// [2] Store: overwrites whatever is there.

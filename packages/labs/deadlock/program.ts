import { type Lock, lock, type Program, sleep, threadProgram, type Value, value } from '@lockstep/threads';

interface Shared {
  readonly noodles: Lock;
  readonly fork: Lock;
  readonly table: Lock;
  readonly meals: Value;
}

interface Habits {
  readonly fix: string;
  readonly pauseMs: number;
  readonly tries: number;
}

const TIMEOUT_MS = 30;

export function* eat(shared: Shared, first: Lock, second: Lock, { fix, pauseMs, tries }: Habits): Program {
  const { table, meals } = shared;
  if (fix === 'one-lock') {
    yield* table.acquire(); // [1]
  }
  for (let attempt = 0; attempt < tries; attempt++) {
    yield* first.acquire(); // [2]
    if (pauseMs > 0) {
      yield* sleep(pauseMs); // [3]
    }
    const gotBoth = yield* second.acquire(fix === 'timeout' ? TIMEOUT_MS : undefined); // [4]
    if (gotBoth) {
      yield* meals.add(1); // [5]
      yield* second.release(); // [6]
    }
    yield* first.release(); // [7]
    if (gotBoth) break;
  }
  if (fix === 'one-lock') {
    yield* table.release(); // [8]
  }
}

export function* noodlesFirst(shared: Shared, habits: Habits): Program {
  yield* eat(shared, shared.noodles, shared.fork, habits); // [9]
}

export function* forkFirst(shared: Shared, habits: Habits): Program {
  const isOrdered = habits.fix === 'order';
  yield* eat(shared, isOrdered ? shared.noodles : shared.fork, isOrdered ? shared.fork : shared.noodles, habits); // [10]
}

export function* both(shared: Shared, habits: Habits): Program {
  yield* noodlesFirst(shared, habits); // [11]
  yield* forkFirst(shared, habits); // [12]
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared: () => ({ noodles: lock('noodles'), fork: lock('fork'), table: lock('table'), meals: value('meals', 0) }),
  threads(shared, knobs) {
    const fix = String(knobs['fix']);
    const habits = { fix, pauseMs: Number(knobs['pauseMs']), tries: fix === 'timeout' ? Number(knobs['tries']) : 1 };
    return Array.from({ length: Number(knobs['threads']) }, (_, index) => ({
      actor: `t${index + 1}`,
      body: () => (knobs['story'] === 'functions' ? both : index % 2 === 0 ? noodlesFirst : forkFirst)(shared, habits),
    }));
  },
  outcome({ meals }, knobs) {
    const wanted = Number(knobs['threads']) * (knobs['story'] === 'functions' ? 2 : 1);
    return { value: `${meals} of ${wanted} meals`, expected: meals === wanted || knobs['fix'] === 'timeout' };
  },
});

// [1] The fix “one lock”: who has the table need not fear anybody.
// [2] Takes the first thing, and from now on holds it while it asks for the second.
// [4] The fix “try with time-out”: whoever does not get the second in time puts the first back.
// [10] The fix “order”: everybody asks for the noodles first.

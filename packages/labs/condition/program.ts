import {
  type Condition,
  condition,
  type Program,
  type ProgramThread,
  print,
  sleep,
  threadProgram,
  type Value,
  value,
} from '@lockstep/threads';
import { poemOf } from './poems.ts';

interface Shared {
  readonly cond: Condition;
  /** Whose turn it is to speak. */
  readonly turn: Value;
  readonly items: Value;
  /** Items that were taken out of an empty box. */
  readonly ghosts: Value;
  readonly released: Value;
}

export function* begins({ cond }: Shared, lines: readonly string[]): Program {
  yield* cond.acquire(); // [1]
  for (const line of lines) {
    yield* print(line); // [2]
    yield* cond.notify(); // [3]
    yield* cond.wait(); // [4]
  }
  yield* cond.release(); // [5]
}

export function* answers({ cond }: Shared, lines: readonly string[]): Program {
  yield* cond.acquire(); // [6]
  for (const line of lines) {
    yield* cond.wait(); // [7]
    yield* print(line); // [8]
    yield* cond.notify(); // [9]
  }
  yield* cond.release(); // [10]
}

export function* takesTurns({ cond, turn }: Shared, lines: readonly string[], own: number): Program {
  yield* cond.acquire(); // [11]
  for (const line of lines) {
    let whose = yield* turn.read(); // [12]
    while (whose !== own) {
      yield* cond.wait(); // [13]
      whose = yield* turn.read(); // [14]
    }
    yield* print(line); // [15]
    yield* turn.write(3 - own); // [16]
    yield* cond.notify(); // [17]
  }
  yield* cond.release(); // [18]
}

export function* consumer({ cond, items, ghosts }: Shared, check: string): Program {
  yield* cond.acquire(); // [19]
  let left = yield* items.read(); // [20]
  while (left === 0) {
    yield* cond.wait(); // [21]
    if (check === 'if') break;
    left = yield* items.read(); // [22]
  }
  const before = yield* items.add(-1); // [23]
  if (before === 0) {
    yield* ghosts.add(1); // [24]
  }
  yield* cond.release(); // [25]
}

export function* producer({ cond, items }: Shared, count: number): Program {
  for (let item = 0; item < count; item++) {
    yield* cond.acquire(); // [26]
    yield* items.add(1); // [27]
    yield* cond.notify(); // [28]
    yield* cond.release(); // [29]
  }
}

export function* sleeper({ cond, released }: Shared): Program {
  yield* cond.acquire(); // [30]
  yield* cond.wait(); // [31]
  yield* released.add(1); // [32]
  yield* cond.release(); // [33]
}

export function* gatekeeper({ cond }: Shared, n: number, pauseMs: number): Program {
  if (pauseMs > 0) {
    yield* sleep(pauseMs); // [34]
  }
  yield* cond.acquire(); // [35]
  yield* cond.notify(n); // [36]
  yield* cond.release(); // [37]
  if (pauseMs > 0) {
    yield* sleep(pauseMs); // [38]
  }
  yield* cond.acquire(); // [39]
  yield* cond.notifyAll(); // [40]
  yield* cond.release(); // [41]
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared: () => ({
    cond: condition('cond'),
    turn: value('turn', 1),
    items: value('items', 0),
    ghosts: value('ghosts', 0),
    released: value('released', 0),
  }),
  threads(shared, knobs): readonly ProgramThread[] {
    const bodies = bodiesOf[String(knobs['story'])] as (typeof bodiesOf)[string];
    return bodies(shared, knobs).map((body, index) => ({ actor: `t${index + 1}`, body }));
  },
  outcome({ ghosts, released }, { story }) {
    if (story === 'box')
      return { value: ghosts === 0 ? 'each took a real one' : 'one took from an empty box', expected: ghosts === 0 };
    return story === 'gate'
      ? { value: `${released} released`, expected: true }
      : { value: 'spoken to the end', expected: true };
  },
});

type Knobs = Parameters<Parameters<typeof threadProgram>[0]['threads']>[1];

const bodiesOf: Readonly<Record<string, (shared: Shared, knobs: Knobs) => readonly (() => Program)[]>> = {
  poem(shared, knobs) {
    const [odd, even] = poemOf(String(knobs['poem']));
    return knobs['check'] === 'while'
      ? [() => takesTurns(shared, odd, 1), () => takesTurns(shared, even, 2)]
      : [() => begins(shared, odd), () => answers(shared, even)];
  },
  box: (shared, knobs) => [
    () => consumer(shared, String(knobs['check'])),
    () => consumer(shared, String(knobs['check'])),
    () => producer(shared, 2),
  ],
  gate: (shared, knobs) => [
    ...Array.from({ length: Number(knobs['sleepers']) }, () => () => sleeper(shared)),
    () => gatekeeper(shared, Number(knobs['n']), Number(knobs['pauseMs'])),
  ],
};

// [3] Wakes one who waits now. If nobody waits, nothing is kept for later.
// [4] Gives the lock back, waits for a notify, takes the lock again: all three inside one call.
// [13] Looks again after each waking: what it waits for may be gone.
// [21] With “if” it does not look again.

import {
  type Lock,
  lock,
  type Program,
  type Semaphore,
  semaphore,
  sleep,
  threadProgram,
  type Value,
  value,
} from '@lockstep/threads';

interface Place {
  readonly first: Lock;
  readonly second: Lock;
  /** One fewer than there are places. */
  readonly chairs: Semaphore | undefined;
  readonly meals: Value | undefined;
  readonly pauseMs: number;
}

export function* philosopher({ first, second, chairs, meals, pauseMs }: Place): Program {
  if (chairs) {
    yield* chairs.acquire(); // [1]
  }
  yield* first.acquire(); // [2]
  if (pauseMs > 0) {
    yield* sleep(pauseMs); // [3]
  }
  yield* second.acquire(); // [4]
  if (meals) {
    yield* meals.add(1); // [5]
  }
  yield* second.release(); // [6]
  yield* first.release(); // [7]
  if (chairs) {
    yield* chairs.release(); // [8]
  }
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared: (knobs) => ({
    forks: Array.from({ length: Number(knobs['philosophers']) }, (_, index) => lock(`fork ${index + 1}`)),
    chairs: knobs['fix'] === 'waiter' ? semaphore('chairs', Number(knobs['philosophers']) - 1) : undefined,
    meals: knobs['meals'] === true ? value('meals', 0) : undefined,
  }),
  threads: ({ forks, chairs, meals }, knobs) =>
    forks.map((left, index) => {
      const right = forks[(index + 1) % forks.length] as Lock;
      const isLast = index === forks.length - 1;
      const [first, second] = knobs['fix'] === 'order' && isLast ? [right, left] : [left, right];
      const place = { first, second, chairs, meals, pauseMs: Number(knobs['pauseMs']) };
      return { actor: `t${index + 1}`, body: () => philosopher(place) };
    }),
  outcome: ({ forks, meals }, knobs) => ({
    value: knobs['meals'] === true ? `${meals} meals` : 'all ate',
    expected: forks.every((holder) => holder === 0),
  }),
});

// [1] The fix “waiter”: one chair fewer than places, so somebody always finds two forks.
// [2] The left fork; with the fix “order” the one with the lower number.
// [4] Here the circle closes, when everybody holds the first.

import {
  boundedSemaphore,
  type Program,
  type Semaphore,
  semaphore,
  sleep,
  threadProgram,
  type Value,
  value,
} from '@lockstep/threads';

interface CarPark {
  readonly places: Semaphore;
  readonly capacity: number;
  readonly inside: Value;
  readonly crowded: Value;
  readonly parkMs: number;
}

export function* car({ places, capacity, inside, crowded, parkMs }: CarPark, isCareless: boolean): Program {
  yield* places.acquire(); // [1]
  const others = yield* inside.add(1); // [2]
  if (others >= capacity) {
    yield* crowded.add(1); // [3]
  }
  if (parkMs > 0) {
    yield* sleep(parkMs); // [4]
  }
  yield* inside.add(-1); // [5]
  yield* places.release(); // [6]
  if (isCareless) {
    yield* places.release(); // [7]
  }
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared(knobs) {
    const create = knobs['kind'] === 'bounded' ? boundedSemaphore : semaphore;
    return {
      places: create('places', Number(knobs['places'])),
      inside: value('inside', 0),
      crowded: value('crowded', 0),
    };
  },
  threads: ({ places, inside, crowded }, knobs) => {
    const park = { places, capacity: Number(knobs['places']), inside, crowded, parkMs: Number(knobs['parkMs']) };
    return Array.from({ length: Number(knobs['cars']) }, (_, index) => ({
      actor: `t${index + 1}`,
      body: () => car(park, knobs['careless'] === true && index === 0),
    }));
  },
  outcome: ({ crowded }) =>
    crowded === 0
      ? { value: 'never too many', expected: true }
      : { value: `too many inside, ${crowded} times`, expected: false },
});

// [1] Takes one of the places, or waits until there is one.
// [3] More cars inside than there are places: this must never happen.
// [6] Gives the place back. Anybody may: a semaphore knows no owner.
// [7] A careless driver gives back a place that he never had.

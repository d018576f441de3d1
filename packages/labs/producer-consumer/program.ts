import {
  NONE,
  type Program,
  type Queue,
  queue,
  sleep,
  type Thread,
  thread,
  threadProgram,
  type Value,
  value,
} from '@lockstep/threads';
import { bunName, bunOf, type Ending, endingOf, FIRST_CONSUMER, PRODUCERS } from './bakery.ts';

interface Bakery {
  readonly buns: Queue;
  readonly eaten: Value;
  /** What main believes in the end; only where it waits with `buns.join()`. */
  readonly reported: Value | undefined;
  readonly producers: readonly Thread[];
  readonly consumers: readonly Thread[];
}

export function* main({ buns, eaten, reported, producers, consumers }: Bakery, ending: Ending): Program {
  for (const one of [...consumers, ...producers]) {
    yield* one.start(); // [1]
  }
  if (ending.waitsForProducers) {
    for (const one of producers) {
      yield* one.join(); // [2]
    }
  }
  for (let pill = 0; pill < ending.pillsOfMain; pill++) {
    yield* buns.put(NONE); // [3]
  }
  if (reported) {
    yield* buns.join(); // [4]
    const seen = yield* eaten.read(); // [5]
    yield* reported.write(seen); // [6]
  }
}

export function* producer(buns: Queue, bakes: readonly number[], pills: number, bakeMs: number): Program {
  for (const bun of bakes) {
    if (bakeMs > 0) {
      yield* sleep(bakeMs); // [7]
    }
    yield* buns.put(bun); // [8]
  }
  for (let pill = 0; pill < pills; pill++) {
    yield* buns.put(NONE); // [9]
  }
}

export function* consumer(buns: Queue, eaten: Value, reports: boolean, eatMs: number): Program {
  for (;;) {
    const bun = yield* buns.get(); // [10]
    if (bun === NONE) return;
    if (eatMs > 0) {
      yield* sleep(eatMs); // [11]
    }
    yield* eaten.add(1); // [12]
    if (reports) {
      yield* buns.taskDone(); // [13]
    }
  }
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared(knobs) {
    const ending = endingOf(knobs);
    const buns = queue('buns', { maxsize: Number(knobs['maxsize']), show: bunName });
    const eaten = value('eaten', 0);
    const [bakeMs, eatMs] = [Number(knobs['bakeMs']), Number(knobs['eatMs'])];
    const bakes = (baker: number) => Array.from({ length: Number(knobs['items']) }, (_, n) => bunOf(baker, n + 1));
    const producers = Array.from({ length: PRODUCERS }, (_, index) =>
      thread(`t${index + 1}`, () => producer(buns, bakes(index + 1), ending.pillsOfProducer, bakeMs)),
    );
    const consumers = Array.from({ length: Number(knobs['consumers']) }, (_, index) =>
      thread(`t${FIRST_CONSUMER + index}`, () => consumer(buns, eaten, ending.reports, eatMs), {
        daemon: ending.reports,
      }),
    );
    return { buns, eaten, reported: ending.reports ? value('reported', 0) : undefined, producers, consumers };
  },
  threads: (bakery, knobs) => [
    { actor: 'main', body: () => main(bakery, endingOf(knobs)) },
    ...bakery.producers,
    ...bakery.consumers,
  ],
  outcome({ eaten, reported }, knobs) {
    const baked = PRODUCERS * Number(knobs['items']);
    return endingOf(knobs).reports
      ? {
          value: `${eaten} of ${baked} eaten, main reports ${reported}`,
          expected: eaten === baked && reported === baked,
        }
      : { value: `${eaten} of ${baked} eaten`, expected: eaten === baked };
  },
});

// [2] From here on nothing more will be put.
// [3] A poison pill: whoever gets it goes home. One for each consumer.
// [4] Waits until as many tasks have been reported done as items were put, up to now.
// [8] Waits while the queue is full.
// [9] This producer knows that it has finished. It does not know about the other one.
// [10] Waits while the queue is empty: for ever, if nobody says that nothing more will come.
// [13] Says that the item is not only got, but done.

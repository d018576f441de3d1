import {
  type Future,
  type Program,
  PythonError,
  print,
  sleep,
  type ThreadPool,
  threadPool,
  threadProgram,
  type Value,
  value,
} from '@lockstep/threads';
import type { KnobValues } from '@lockstep/trace';
import { PAGES, SECONDS, type Story } from './stories.ts';

type Pool = ThreadPool<'fetch' | 'page'>;

interface Office {
  readonly pool: Pool;
  /** The results in the order in which main got them. */
  readonly arrived: Value;
}

export function* fetch(seconds: number, secondMs: number): Program<number> {
  for (let second = 0; second < seconds; second++) {
    yield* sleep(secondMs); // [1]
  }
  return seconds;
}

export function* report(future: Future): Program {
  yield* print(`report: ${yield* future.result()}`); // [2]
}

export function* resultsAtTheEnd({ pool }: Office, jobs: number): Program {
  const futures: Future[] = [];
  for (let job = 0; job < jobs; job++) {
    futures.push(yield* pool.submit('fetch', 1)); // [3]
  }
  for (const future of futures) {
    yield* future.result(); // [4]
  }
  yield* pool.shutdown(); // [5]
}

export function* resultsInTheLoop({ pool }: Office, jobs: number): Program {
  for (let job = 0; job < jobs; job++) {
    const future = yield* pool.submit('fetch', 1); // [6]
    yield* future.result(); // [7]
  }
  yield* pool.shutdown(); // [8]
}

export function* lifeOfAFuture({ pool }: Office): Program {
  const first = yield* pool.submit('fetch', 3); // [9]
  const second = yield* pool.submit('fetch', 2); // [10]
  const third = yield* pool.submit('fetch', 4); // [11]
  yield* first.addDoneCallback('report'); // [12]
  yield* first.done(); // [13]
  yield* first.cancel(); // [14]
  yield* third.cancel(); // [15]
  yield* second.result(); // [16]
  yield* second.addDoneCallback('report'); // [17]
  try {
    yield* third.result(); // [18]
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    yield* print(error.name); // [19]
  }
  yield* pool.shutdown(); // [20]
}

export function* take(future: Future, order: number[]): Program {
  order.push(yield* future.result()); // [21]
}

export function* asTheyCome({ pool, arrived }: Office, seconds: readonly number[]): Program {
  const futures: Future[] = [];
  for (const each of seconds) {
    futures.push(yield* pool.submit('fetch', each)); // [22]
  }
  const order: number[] = [];
  yield* pool.asCompleted(futures, (future) => take(future, order)); // [23]
  yield* arrived.write(Number(order.join(''))); // [24]
  yield* pool.shutdown(); // [25]
}

export function* inOrder({ pool, arrived }: Office, seconds: readonly number[]): Program {
  const order = yield* pool.map('fetch', seconds); // [26]
  yield* arrived.write(Number(order.join(''))); // [27]
  yield* pool.shutdown(); // [28]
}

export function* firstOne({ pool, arrived }: Office, seconds: readonly number[]): Program {
  const futures: Future[] = [];
  for (const each of seconds) {
    futures.push(yield* pool.submit('fetch', each)); // [29]
  }
  const { done, notDone } = yield* pool.wait(futures, 'FIRST_COMPLETED'); // [30]
  for (const future of done.slice(0, 1)) {
    yield* arrived.write(yield* future.result()); // [31]
  }
  for (const future of notDone) {
    yield* future.cancel(); // [32]
  }
  yield* pool.shutdown(); // [33]
}

export function* page(pool: Pool, images: string, secondMs: number): Program<number> {
  if (images === 'itself') {
    return yield* fetch(1, secondMs); // [34]
  }
  const image = yield* pool.submit('fetch', 1); // [35]
  return yield* image.result(); // [36]
}

export function* pages({ pool }: Office, count: number): Program {
  const futures: Future[] = [];
  for (let each = 0; each < count; each++) {
    futures.push(yield* pool.submit('page')); // [37]
  }
  for (const future of futures) {
    yield* future.result(); // [38]
  }
  yield* pool.shutdown(); // [39]
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared(knobs) {
    const secondMs = Number(knobs['secondMs']);
    const jobs = {
      fetch: (seconds: number) => fetch(seconds, secondMs),
      page: () => page(pool, String(knobs['images']), secondMs),
    };
    const pool: Pool = threadPool('pool', {
      workers: Number(knobs['threads']),
      capacity: Number(knobs['jobs']),
      jobs,
      callbacks: { report },
      futureName: (index) => `job ${index + 1}`,
    });
    return { pool, arrived: value('arrived', 0) };
  },
  threads: (office, knobs) => [{ actor: 'main', body: () => bodyOf(office, knobs) }, ...office.pool.workers],
  outcome({ pool, arrived }, { story, jobs }) {
    if (pool > 0) return { value: `${pool} jobs left`, expected: false };
    if (arrived === 0) return { value: 'all jobs done', expected: true };
    const isAsAsked = String(arrived) === SECONDS.slice(0, Number(jobs)).join('');
    return { value: [...String(arrived)].join(', '), expected: story !== 'map' || isAsAsked };
  },
});

function bodyOf(office: Office, knobs: KnobValues): Program {
  const jobs = Number(knobs['jobs']);
  const seconds = SECONDS.slice(0, jobs);
  switch (knobs['story'] as Story) {
    case 'results':
      return knobs['asks'] === 'in-loop' ? resultsInTheLoop(office, jobs) : resultsAtTheEnd(office, jobs);
    case 'life':
      return lifeOfAFuture(office);
    case 'completed':
      return asTheyCome(office, seconds);
    case 'map':
      return inOrder(office, seconds);
    case 'first':
      return firstOne(office, seconds);
    case 'nested':
      return pages(office, PAGES);
  }
}

// [3] Gives the job away and goes on at once. A future is what it gets for it.
// [4] Only here main waits.
// [7] Waits for this job before the next one is submitted.
// [14] False if it runs already: nobody can stop a running job.
// [17] It is done already: the callback is called here and now, by this thread.
// [23] Takes one future after the other, in the order in which they are completed.
// [26] The results in the order of the arguments, whoever is ready first.
// [36] A worker that waits for another job of its own pool.

import {
  type Lock,
  lock,
  type Program,
  type Queue,
  queue,
  sleep,
  threadProgram,
  type Value,
  value,
} from '@lockstep/threads';

interface ByHand {
  /** How many entries the list holds. */
  readonly entries: Value;
  /** Looks that found nothing to do. */
  readonly inVain: Value;
  readonly errors: Value;
  readonly lock: Lock | undefined;
  readonly capacity: number;
  readonly makeMs: number;
  readonly pollMs: number;
}

export function* producer({ entries, inVain, lock, capacity, makeMs }: ByHand, count: number, looks: number): Program {
  let made = 0;
  for (let look = 0; made < count && look < looks; look++) {
    if (makeMs > 0) {
      yield* sleep(makeMs); // [1]
    }
    if (lock) {
      yield* lock.acquire(); // [2]
    }
    const there = yield* entries.read(); // [3]
    if (there < capacity) {
      yield* entries.add(1); // [4]
      made++;
    }
    if (lock) {
      yield* lock.release(); // [5]
    }
    if (there >= capacity) {
      yield* inVain.add(1); // [6]
    }
  }
}

export function* consumer({ entries, inVain, errors, lock, pollMs }: ByHand, share: number, looks: number): Program {
  let taken = 0;
  for (let look = 0; taken < share && look < looks; look++) {
    if (lock) {
      yield* lock.acquire(); // [7]
    }
    const there = yield* entries.read(); // [8]
    if (there > 0) {
      const before = yield* entries.add(-1); // [9]
      if (before <= 0) {
        yield* errors.add(1); // [10]
        return;
      }
      taken++;
    }
    if (lock) {
      yield* lock.release(); // [11]
    }
    if (there <= 0) {
      yield* inVain.add(1); // [12]
      if (pollMs > 0) {
        yield* sleep(pollMs); // [13]
      }
    }
  }
}

export function* putter(line: Queue, count: number, makeMs: number): Program {
  for (let item = 1; item <= count; item++) {
    if (makeMs > 0) {
      yield* sleep(makeMs); // [14]
    }
    yield* line.put(item); // [15]
  }
}

export function* getter(line: Queue, share: number): Program {
  for (let taken = 0; taken < share; taken++) {
    yield* line.get(); // [16]
  }
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared: ({ by, capacity }) => ({
    entries: by === 'queue' ? undefined : value('entries', 0),
    inVain: value('in vain', 0),
    errors: by === 'queue' ? undefined : value('errors', 0),
    lock: by === 'lock' ? lock('lock') : undefined,
    line: by === 'queue' ? queue('line', { maxsize: Number(capacity) }) : undefined,
  }),
  threads({ entries, inVain, errors, lock, line }, knobs) {
    const [consumers, share, looks] = ['consumers', 'share', 'looks'].map((knob) => Number(knobs[knob])) as Sizes;
    const [capacity, makeMs, pollMs] = ['capacity', 'makeMs', 'pollMs'].map((knob) => Number(knobs[knob])) as Sizes;
    const count = consumers * share;
    const byHand = entries && errors && { entries, inVain, errors, lock, capacity, makeMs, pollMs };
    const take = () => (byHand ? consumer(byHand, share, looks) : getter(line as Queue, share));
    const make = () => (byHand ? producer(byHand, count, looks) : putter(line as Queue, count, makeMs));
    return Array.from({ length: consumers + 1 }, (_, index) => ({
      actor: `t${index + 1}`,
      body: index === 0 ? make : take,
    }));
  },
  outcome({ inVain, errors }) {
    if (errors > 0) return { value: 'popped from an empty list', expected: false };
    const from = Math.floor(inVain / STEP) * STEP;
    return { value: inVain === 0 ? '0 in vain' : `${Math.max(1, from)} to ${from + STEP - 1} in vain`, expected: true };
  },
});

type Sizes = [number, number, number];

/** Runs whose looks in vain are about as many count as equal. */
const STEP = 10;

// [3] Looks how many entries there are. Without the lock the answer may be old as soon as it is there.
// [4] append: one step in itself, with or without a lock.
// [9] pop: one step in itself as well.
// [10] There was none left. Python’s list cannot hold −1 entries: there this pop raises IndexError.
// [12] Asked for nothing, and will ask again.
// [16] Sleeps until there is an entry. Nobody looks.

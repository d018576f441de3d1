import {
  lifoQueue,
  type Program,
  type ProgramThread,
  PythonError,
  print,
  priorityQueue,
  type Queue,
  queue,
  sleep,
  type Thread,
  thread,
  threadProgram,
  type Value,
  value,
} from '@lockstep/threads';

const TIMEOUT_MS = 30;

/** Six on the shelf, and then three more in three ways. */
const FIRST_SIX = [5, 2, 6, 1, 4, 3];

export function* putter(q: Queue): Program {
  for (const item of FIRST_SIX) {
    yield* q.put(item); // [1]
  }
  try {
    yield* q.putNowait(7); // [2]
  } catch (error) {
    yield* refused(error); // [3]
  }
  try {
    yield* q.put(8, TIMEOUT_MS); // [4]
  } catch (error) {
    yield* refused(error); // [5]
  }
  yield* q.put(9); // [6]
}

export function* getter(q: Queue): Program {
  for (let count = 0; count <= FIRST_SIX.length; count++) {
    yield* q.get(); // [7]
  }
  try {
    yield* q.getNowait(); // [8]
  } catch (error) {
    yield* refused(error); // [9]
  }
  try {
    yield* q.get(TIMEOUT_MS); // [10]
  } catch (error) {
    yield* refused(error); // [11]
  }
}

function* refused(error: unknown): Program {
  if (!(error instanceof PythonError)) throw error;
  yield* print(error.name); // [12]
}

export function* opener(q: Queue, customers: readonly Thread[], stock: number): Program {
  for (let item = 1; item <= stock; item++) {
    yield* q.put(item); // [13]
  }
  for (const one of customers) {
    yield* one.start(); // [14]
  }
}

export function* checker(q: Queue, home: Value, waits: boolean, thinkMs: number): Program {
  for (;;) {
    const isEmpty = yield* q.empty(); // [15]
    if (isEmpty) break;
    if (thinkMs > 0) {
      yield* sleep(thinkMs); // [16]
    }
    yield* waits ? q.get() : q.getNowait(); // [17]
  }
  yield* home.add(1); // [18]
}

export function* trier(q: Queue, home: Value): Program {
  for (;;) {
    try {
      yield* q.getNowait(); // [19]
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      break;
    }
  }
  yield* home.add(1); // [20]
}

/** Real CPython runs this one, from program.py. */
export function fill(q: { put(item: number): void }, items: number): void {
  for (let item = 1; item <= items; item++) {
    q.put(item); // [21]
  }
}

const KINDS = { fifo: queue, lifo: lifoQueue, priority: priorityQueue };
const CUSTOMERS = 2;

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared(knobs) {
    const q = KINDS[knobs['kind'] as keyof typeof KINDS]('q', { maxsize: Number(knobs['maxsize']) });
    if (knobs['story'] !== 'check') return { q, home: undefined, customers: [] };
    const home = value('home', 0);
    const way = knobs['way'];
    const customer = () =>
      way === 'try' ? trier(q, home) : checker(q, home, way === 'check-get', Number(knobs['thinkMs']));
    return { q, home, customers: Array.from({ length: CUSTOMERS }, (_, index) => thread(`t${index + 1}`, customer)) };
  },
  threads: ({ q, customers }, knobs): readonly ProgramThread[] =>
    knobs['story'] === 'check'
      ? [{ actor: 'main', body: () => opener(q, customers, Number(knobs['stock'])) }, ...customers]
      : [
          { actor: 't1', body: () => putter(q) },
          { actor: 't2', body: () => getter(q) },
        ],
  outcome: ({ q, home }, { story }) =>
    story === 'check'
      ? { value: `${home} of ${CUSTOMERS} came home`, expected: home === CUSTOMERS && q === 0 }
      : { value: `${q} left in q`, expected: true },
});

// [1] Waits while the queue is full.
// [2] Does not wait: full means queue.Full, at once.
// [4] Waits, but not for ever: then queue.Full.
// [8] Does not wait: empty means queue.Empty, at once.
// [15] True at this moment. The next one belongs to everybody.
// [19] Asks and takes in one step. Nobody can come between.
// [21] Waits if the queue has a limit and has reached it.

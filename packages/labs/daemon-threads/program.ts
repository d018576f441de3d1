import {
  type Event,
  event,
  type Program,
  print,
  sleep,
  type Thread,
  thread,
  threadProgram,
  type Value,
  value,
} from '@lockstep/threads';

/** A file of rows, and an index with an entry for each of them. */
interface Book {
  readonly rows: Value;
  readonly index: Value;
}

interface Pace {
  readonly lines: number;
  readonly lineMs: number;
  readonly records: number;
  readonly halfMs: number;
  readonly mainMs: number;
}

interface Crew {
  readonly reports: Thread;
  readonly writes: Thread;
  readonly stop: Event | undefined;
}

export function* main({ reports, writes, stop }: Crew, joins: boolean, { mainMs }: Pace): Program {
  yield* reports.start(); // [1]
  yield* writes.start(); // [2]
  if (mainMs > 0) {
    yield* sleep(mainMs); // [3]
  }
  if (stop) {
    yield* stop.set(); // [4]
  }
  if (joins) {
    yield* writes.join(); // [5]
  }
  yield* print('main: my code ends'); // [6]
}

export function* reporter({ lines, lineMs }: Pace): Program {
  for (let line = 1; line <= lines; line++) {
    if (lineMs > 0) {
      yield* sleep(lineMs); // [7]
    }
    yield* print(`reporter: line ${line}`); // [8]
  }
}

export function* writer({ rows, index }: Book, stop: Event | undefined, { records, halfMs }: Pace): Program {
  for (let record = 0; record < records; record++) {
    const isAsked = stop !== undefined && (yield* stop.isSet()); // [9]
    if (isAsked) break;
    yield* rows.add(1); // [10]
    if (halfMs > 0) {
      yield* sleep(halfMs); // [11]
    }
    yield* index.add(1); // [12]
    if (halfMs > 0) {
      yield* sleep(halfMs); // [13]
    }
  }
}

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared(knobs) {
    const pace = paceOf(knobs);
    const { daemons, atTheEnd } = knobs;
    const isAsked = atTheEnd === 'stop' || atTheEnd === 'stop-join';
    const book = { rows: value('rows', 0), index: value('index', 0) };
    const stop = isAsked ? event('stop') : undefined;
    return {
      ...book,
      stop,
      reports: thread('t1', () => reporter(pace), { daemon: daemons === 'reporter' || daemons === 'both' }),
      writes: thread('t2', () => writer(book, stop, pace), { daemon: daemons === 'writer' || daemons === 'both' }),
    };
  },
  threads({ reports, writes, stop }, knobs) {
    const joins = knobs['atTheEnd'] === 'join' || knobs['atTheEnd'] === 'stop-join';
    return [{ actor: 'main', body: () => main({ reports, writes, stop }, joins, paceOf(knobs)) }, reports, writes];
  },
  outcome: ({ rows, index }) =>
    rows === index
      ? { value: 'only whole records', expected: true }
      : { value: 'half a record at the end', expected: false },
});

function paceOf(knobs: Parameters<Parameters<typeof threadProgram>[0]['threads']>[1]): Pace {
  const number = (id: keyof Pace) => Number(knobs[id] ?? 0);
  return {
    lines: number('lines'),
    lineMs: number('lineMs'),
    records: number('records'),
    halfMs: number('halfMs'),
    mainMs: number('mainMs'),
  };
}

// [2] A daemon is started like any other thread; only the end of the program treats it differently.
// [5] Waits until the writer has ended by itself.
// [6] Here main’s code ends. The program does not, as long as a thread lives that is no daemon.
// [9] Whoever may be asked to stop looks where it can stop: between two records.
// [10] The first half of a record: the row.
// [12] The second half: its entry in the index. Without it nobody finds the row.

// Python's threading.Thread as an object: started by another thread, waited for with join(), alive in between.
// https://docs.python.org/3/library/threading.html#thread-objects
//
// The worker thread that will run it stands ready from the beginning and waits to be started; its two own operations
// are its beginning and its end. Words: [state].
import { MONITOR_WORDS, performInMonitor } from './monitor.ts';
import { asBoolean, Operation, type Program } from './operation.ts';
import { isPythonError, PythonError } from './python-error.ts';
import { SharedObject } from './shared-object.ts';
import { always, type Request, type Verb } from './verb.ts';

const [NEW, STARTED, FINISHED] = [0, 1, 2];

/** A thread that another one starts. */
export class Thread extends SharedObject {
  readonly words = 1;
  readonly realWords = MONITOR_WORDS;
  readonly isDaemon: boolean;
  readonly #run: () => Program;

  constructor(actor: string, run: () => Program, isDaemon: boolean) {
    super(actor);
    this.#run = run;
    this.isDaemon = isDaemon;
  }

  /** Its actor id in the trace: `t1`, `t2`, … */
  get actor(): string {
    return this.name;
  }

  /** Lets it begin. A second time: RuntimeError. */
  start(): Operation<void> {
    return new Operation(startVerb, this);
  }

  /** Waits for its end, or until the time runs out: then `isAlive()` tells which. Before its start: RuntimeError. */
  join(timeoutMs?: number): Operation<void> {
    return new Operation(joinVerb, this, 0, { timeoutMs });
  }

  isAlive(): Operation<boolean> {
    return new Operation(isAliveVerb, this, 0, { read: asBoolean });
  }

  /** All that it does, from its beginning to its end. An error that nobody caught ends it, as in Python. */
  *body(): Program {
    yield* new Operation<void>(beginVerb, this);
    try {
      yield* this.#run();
    } catch (error) {
      if (!isPythonError(error)) throw error;
    }
    yield* new Operation<void>(endVerb, this);
  }

  override describe(words: Int32Array): string {
    return `${this.name}${['–', '', '✓'][words[this.at] as number]}`;
  }
}

/**
 * Declares a thread that another thread starts.
 * @param actor `t1`, `t2`, …
 * @param daemon the program does not wait for it, and ends it in the middle
 */
export function thread(actor: string, run: () => Program, { daemon = false } = {}): Thread {
  return new Thread(actor, run, daemon);
}

const spawned = ({ object }: Request) => `spawned ${object.index}`;
const ended = ({ object }: Request) => `ended ${object.index}`;

const startVerb: Verb = {
  name: 'thread.start',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object }) {
    if (words[object.at] !== NEW) throw new PythonError('RuntimeError', 'threads can only be started once');
    words[object.at] = STARTED;
    return 0;
  },
  perform: performInMonitor,
  describe: ({ name }) => `start ${name}`,
  tell: ({ name, object }) => ({ kind: 'thread.spawned', thread: name, daemon: (object as Thread).isDaemon }),
  leaves: (step) => [spawned(step)],
};

const beginVerb: Verb = {
  name: 'thread.begin',
  access: 'read',
  enabled: (words, _thread, { object }) => words[object.at] !== NEW,
  apply: () => 0,
  perform: performInMonitor,
  describe: () => 'begin',
  tell: ({ name }) => ({ kind: 'thread.started', name }),
  causedBy: spawned,
};

const endVerb: Verb = {
  name: 'thread.end',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object }) {
    words[object.at] = FINISHED;
    return 0;
  },
  perform: performInMonitor,
  describe: () => 'end',
  tell: () => ({ kind: 'thread.finished' }),
  leaves: (step) => [ended(step)],
};

const joinVerb: Verb = {
  name: 'thread.join',
  access: 'write',
  enabled: (words, thread, { object }) => words[object.at] !== STARTED || object.actors[thread] === object.name,
  apply(words, thread, { object }) {
    if (words[object.at] === NEW) throw new PythonError('RuntimeError', 'cannot join thread before it is started');
    if (object.actors[thread] === object.name) throw new PythonError('RuntimeError', 'cannot join current thread');
    return 0;
  },
  expire: () => 0,
  waitsFor: (_words, _thread, { object }) => object.actors.indexOf(object.name),
  perform: performInMonitor,
  describe: ({ name }) => `join ${name}`,
  tell: ({ name, expired }) => ({ kind: 'thread.joined', thread: name, timedOut: expired }),
  causedBy: ended,
};

/** As Thread.join, for one that is about to be started: CPython's executor starts its workers under a lock. */
export const joinStartedVerb: Verb = {
  ...joinVerb,
  name: 'thread.join-started',
  enabled: (words, thread, request) => words[request.object.at] !== NEW && joinVerb.enabled(words, thread, request),
};

const isAliveVerb: Verb = {
  name: 'thread.is-alive',
  access: 'read',
  enabled: always,
  apply: (words, _thread, { object }) => (words[object.at] === STARTED ? 1 : 0),
  perform: performInMonitor,
  describe: ({ name }) => `is_alive ${name}`,
  tell: ({ name, answer }) => ({ kind: 'thread.checked', thread: name, alive: answer === 1 }),
};

export const threadVerbs: readonly Verb[] = [startVerb, beginVerb, endVerb, joinVerb, joinStartedVerb, isAliveVerb];

/** Is this the first operation of a thread that another one starts? */
export function isBeginning({ verb }: Request): boolean {
  return verb.name === beginVerb.name;
}

/** Is it the first one of a thread that nobody has started yet? */
export function isUnborn(request: Request, words: Int32Array): boolean {
  return isBeginning(request) && words[request.object.at] === NEW;
}

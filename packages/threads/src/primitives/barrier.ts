// Python's threading.Barrier: nobody passes before all parties have come; then all leave, each with another index, and
// it can be used again. Broken by abort() or by a time-out, it gives all who wait, and all who come, BrokenBarrierError.
// https://docs.python.org/3/library/threading.html#barrier-objects
//
// Words: [how many are inside, phase, index + 1 of each thread inside].
import { MONITOR_WORDS, performInMonitor } from './monitor.ts';
import { Operation, type Program } from './operation.ts';
import { PythonError } from './python-error.ts';
import { SharedObject } from './shared-object.ts';
import { always, type Request, type Verb } from './verb.ts';

const INSIDE = 0;
const PHASE = 1;
const INDEX = 2;
/** As in CPython's Lib/threading.py; FULL is DRAINING while the action is still to be done. */
const [FILLING, FULL, DRAINING, RESETTING, BROKEN] = [0, 1, 2, 3, 4];

/** A meeting point of a fixed number of threads. */
export class Barrier extends SharedObject {
  readonly realWords = MONITOR_WORDS;
  readonly parties: number;
  readonly #action: (() => Program) | undefined;

  constructor(name: string, parties: number, action?: () => Program) {
    super(name);
    this.parties = parties;
    this.#action = action;
  }

  get words(): number {
    return INDEX + this.threads;
  }

  get hasAction(): boolean {
    return this.#action !== undefined;
  }

  /**
   * Waits until all parties have come. Evaluates to the order of coming, from 0. Whoever comes last does the action
   * first. Broken: BrokenBarrierError; when its own time runs out it breaks the barrier.
   */
  *wait(timeoutMs?: number): Program<number> {
    const index = yield* new Operation<number>(arriveVerb, this);
    if (index === this.parties - 1 && this.#action) {
      yield* this.#action();
      yield* new Operation<void>(openVerb, this);
    }
    return yield* new Operation<number>(passVerb, this, 0, { timeoutMs });
  }

  /** Breaks the barrier. */
  abort(): Operation<void> {
    return new Operation(abortVerb, this);
  }

  /** Makes it empty and whole; who waits gets BrokenBarrierError. */
  reset(): Operation<void> {
    return new Operation(resetVerb, this);
  }

  override describe(words: Int32Array): string {
    const phase = ['', '!', '!', '↺', '✕'][words[this.at + PHASE] as number];
    return `${this.name}=${words[this.at]}${phase}`;
  }
}

/**
 * Declares a barrier.
 * @param parties how many threads have to come
 * @param action done by the last that comes, before anybody leaves
 */
export function barrier(name: string, parties: number, action?: () => Program): Barrier {
  return new Barrier(name, parties, action);
}

const opened = ({ object }: Request) => `opened ${object.index}`;
const broken = () => new PythonError('BrokenBarrierError');

const arriveVerb: Verb = {
  name: 'barrier.arrive',
  access: 'write',
  enabled: (words, _thread, { object }) => [FILLING, BROKEN].includes(words[object.at + PHASE] as number),
  apply(words, thread, { object }) {
    const { at, parties, hasAction } = object as Barrier;
    if (words[at + PHASE] === BROKEN) throw broken();
    const index = words[at + INSIDE] as number;
    words[at + INSIDE] = index + 1;
    words[at + INDEX + thread] = index + 1;
    if (index + 1 === parties) words[at + PHASE] = hasAction ? FULL : DRAINING;
    return index;
  },
  perform: performInMonitor,
  describe: ({ name }) => `wait ${name}`,
  tell: ({ name, object, answer }) => ({
    kind: 'barrier.arrived',
    barrier: name,
    waiting: answer + 1,
    parties: (object as Barrier).parties,
  }),
  leaves: (step) => [opened(step)],
};

const openVerb: Verb = {
  name: 'barrier.open',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object }) {
    if (words[object.at + PHASE] === FULL) words[object.at + PHASE] = DRAINING;
    return 0;
  },
  perform: performInMonitor,
  describe: ({ name }) => `open ${name}`,
  tell: ({ name }) => ({ kind: 'barrier.opened', barrier: name }),
  leaves: (step) => [opened(step)],
};

const passVerb: Verb = {
  name: 'barrier.pass',
  access: 'write',
  enabled: (words, _thread, { object }) => (words[object.at + PHASE] as number) >= DRAINING,
  apply(words, thread, { object }) {
    const { at } = object;
    const phase = words[at + PHASE];
    const index = goOut(words, at, thread);
    if (phase !== DRAINING) throw broken();
    return index;
  },
  expire(words, thread, { object }) {
    words[object.at + PHASE] = BROKEN;
    goOut(words, object.at, thread);
    throw broken();
  },
  perform: performInMonitor,
  describe: ({ name }) => `pass ${name}`,
  tell: ({ name, answer }) => ({ kind: 'barrier.passed', barrier: name, index: answer }),
  causedBy: opened,
};

/** The last to leave makes room for the next round. */
function goOut(words: Int32Array, at: number, thread: number): number {
  const index = (words[at + INDEX + thread] as number) - 1;
  words[at + INDEX + thread] = 0;
  const left = (words[at + INSIDE] as number) - 1;
  words[at + INSIDE] = left;
  if (left === 0 && words[at + PHASE] !== BROKEN) words[at + PHASE] = FILLING;
  return index;
}

const abortVerb: Verb = {
  name: 'barrier.abort',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object }) {
    words[object.at + PHASE] = BROKEN;
    return 0;
  },
  perform: performInMonitor,
  describe: ({ name }) => `abort ${name}`,
  tell: ({ name }) => ({ kind: 'barrier.broken', barrier: name }),
};

const resetVerb: Verb = {
  name: 'barrier.reset',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object }) {
    words[object.at + PHASE] = words[object.at + INSIDE] === 0 ? FILLING : RESETTING;
    return 0;
  },
  perform: performInMonitor,
  describe: ({ name }) => `reset ${name}`,
  tell: ({ name }) => ({ kind: 'barrier.reset', barrier: name }),
};

export const barrierVerbs: readonly Verb[] = [arriveVerb, openVerb, passVerb, abortVerb, resetVerb];

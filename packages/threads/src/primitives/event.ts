// Python's threading.Event: a flag that threads wait for. As in CPython, who is already waiting when it is set is let
// go, even if it is cleared again at once. https://docs.python.org/3/library/threading.html#event-objects
//
// Words: [flag, place of each thread in the line].
import { MONITOR_WORDS, performInMonitor } from './monitor.ts';
import { asBoolean, Operation, type Program } from './operation.ts';
import { SharedObject } from './shared-object.ts';
import { always, type Request, type Verb } from './verb.ts';
import { callFirst, isCalled, lineUp, stepOut } from './waiters.ts';

const LINE = 1;

/** A flag to wait for. */
export class Event extends SharedObject {
  readonly realWords = MONITOR_WORDS;

  get words(): number {
    return LINE + this.threads;
  }

  isSet(): Operation<boolean> {
    return new Operation(isSetVerb, this, 0, { read: asBoolean });
  }

  /** Makes the flag true: all who wait may go on. */
  set(): Operation<void> {
    return new Operation(setVerb, this);
  }

  clear(): Operation<void> {
    return new Operation(clearVerb, this);
  }

  /** Waits until the flag is true. False: the time ran out first. */
  *wait(timeoutMs?: number): Program<boolean> {
    const isSet = yield* new Operation<boolean>(waitVerb, this, 0, { read: asBoolean });
    if (isSet) return true;
    return yield* new Operation<boolean>(awakeVerb, this, 0, { timeoutMs, read: asBoolean });
  }
}

/** Declares an event, not set at first. */
export function event(name: string): Event {
  return new Event(name);
}

const setAt = ({ object }: Request) => `set ${object.index}`;

const isSetVerb: Verb = {
  name: 'event.is-set',
  access: 'read',
  enabled: always,
  apply: (words, _thread, { object }) => words[object.at] as number,
  perform: performInMonitor,
  describe: ({ name }) => `is_set ${name}`,
  tell: ({ name, answer }) => ({ kind: 'event.read', event: name, isSet: answer === 1 }),
  causedBy: setAt,
};

const setVerb: Verb = {
  name: 'event.set',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object }) {
    words[object.at] = 1;
    return callFirst(words, object.at + LINE, object.threads, object.threads);
  },
  perform: performInMonitor,
  describe: ({ name }) => `set ${name}`,
  tell: ({ name }) => ({ kind: 'event.set', event: name }),
  leaves: (step) => [setAt(step)],
};

const clearVerb: Verb = {
  name: 'event.clear',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object }) {
    words[object.at] = 0;
    return 0;
  },
  perform: performInMonitor,
  describe: ({ name }) => `clear ${name}`,
  tell: ({ name }) => ({ kind: 'event.cleared', event: name }),
};

/** Looks at the flag and, where it is not set, lines up. */
const waitVerb: Verb = {
  name: 'event.wait',
  access: 'write',
  enabled: always,
  apply(words, thread, { object }) {
    const isSet = words[object.at] as number;
    if (isSet === 0) lineUp(words, object.at + LINE, object.threads, thread);
    return isSet;
  },
  perform: performInMonitor,
  describe: ({ name }) => `wait ${name}`,
  tell: ({ name, answer }) =>
    answer === 1
      ? { kind: 'event.waited', event: name, isSet: true }
      : { kind: 'event.read', event: name, isSet: false },
  causedBy: setAt,
};

const awakeVerb: Verb = {
  name: 'event.awake',
  access: 'write',
  enabled: (words, thread, { object }) => isCalled(words, object.at + LINE, thread),
  apply(words, thread, { object }) {
    stepOut(words, object.at + LINE, object.threads, thread);
    return 1;
  },
  expire(words, thread, { object }) {
    stepOut(words, object.at + LINE, object.threads, thread);
    return 0;
  },
  perform: performInMonitor,
  describe: ({ name }) => `wake ${name}`,
  tell: ({ name, expired }) => ({ kind: 'event.waited', event: name, isSet: !expired }),
  causedBy: setAt,
};

export const eventVerbs: readonly Verb[] = [isSetVerb, setVerb, clearVerb, waitVerb, awakeVerb];

// A number that threads share. Load and store are two operations, as LOAD_GLOBAL and STORE_GLOBAL are two
// instructions of Python's virtual machine (https://docs.python.org/3/library/dis.html): another thread may come between.
//
// Shared memory: [value, guard]. Recorded accesses take the guard, so that an access and its number are one step: the
// order of the numbers is then the order in memory. The race survives, because load and store take it separately.
import { enter, leave } from './guard.ts';
import { Operation } from './operation.ts';
import { SharedObject } from './shared-object.ts';
import { always, type RealThread, type Request, type Step, type Verb } from './verb.ts';

const GUARD = 1;

/** A shared 32-bit integer. */
export class Value extends SharedObject {
  readonly words = 1;
  readonly realWords = 1;
  readonly initial: number;

  constructor(name: string, initial: number) {
    super(name);
    this.initial = initial;
  }

  override initialize(words: Int32Array, at: number): void {
    words[at] = this.initial;
  }

  /** Loads the value. */
  read(): Operation<number> {
    return new Operation(readVerb, this);
  }

  /** Stores a value. */
  write(value: number): Operation<void> {
    return new Operation(writeVerb, this, value | 0);
  }

  /** Adds in one indivisible step, as Atomics.add does. Evaluates to the value before. */
  add(amount: number): Operation<number> {
    return new Operation(addVerb, this, amount | 0);
  }
}

/** Declares a shared integer. */
export function value(name: string, initial: number): Value {
  return new Value(name, initial);
}

const storedIn = ({ object }: Request) => `stored in ${object.index}`;
/** What a thread last read: the cause of what it computes. */
export const readBy = ({ thread }: Step) => `read by ${thread}`;
/** What a thread last read or computed: the cause of what it stores. */
export const knownTo = ({ thread }: Step) => `known to ${thread}`;

const readVerb: Verb = {
  name: 'value.read',
  access: 'read',
  enabled: always,
  apply: (words, _thread, { object }) => words[object.at] as number,
  perform: (real, request) => access(real, request, Atomics.load),
  describe: ({ name }) => `load ${name}`,
  tell: ({ name, answer }) => ({ kind: 'value.read', name, value: answer }),
  causedBy: storedIn,
  leaves: (step) => [readBy(step), knownTo(step)],
};

const writeVerb: Verb = {
  name: 'value.write',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object, argument }) {
    const before = words[object.at] as number;
    words[object.at] = argument;
    return before;
  },
  perform: (real, request) => access(real, request, Atomics.exchange),
  describe: ({ name, argument }) => `store ${argument} → ${name}`,
  tell: ({ name, argument, answer }) => ({ kind: 'value.written', name, value: argument, before: answer }),
  causedBy: knownTo,
  leaves: (step) => [storedIn(step)],
};

const addVerb: Verb = {
  name: 'value.add',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object, argument }) {
    const before = words[object.at] as number;
    words[object.at] = before + argument;
    return before;
  },
  perform: (real, request) => access(real, request, Atomics.add),
  describe: ({ name, argument }) => `add ${argument} → ${name}`,
  tell: ({ name, argument, answer }) => ({ kind: 'value.added', name, value: (answer + argument) | 0, before: answer }),
  causedBy: storedIn,
  leaves: (step) => [storedIn(step)],
};

export const valueVerbs: readonly Verb[] = [readVerb, writeVerb, addVerb];

/** Sequentially consistent, as the model is: the store is an exchange only to learn what it overwrote. */
function access(
  real: RealThread,
  request: Request,
  act: (memory: Int32Array, index: number, argument: number) => number,
): number {
  const { memory } = real;
  const { at } = request.object;
  if (!real.isRecording) return act(memory, at, request.argument);
  enter(memory, at + GUARD);
  const answer = act(memory, at, request.argument);
  real.note(request, answer);
  leave(memory, at + GUARD);
  return answer;
}

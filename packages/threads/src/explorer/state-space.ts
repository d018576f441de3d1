// All states of a small program, and what leads from which to which: the picture of everything that can happen.
import type { ProgramInstance } from '../program.ts';
import type { VirtualMachine } from '../virtual/virtual-machine.ts';
import { StateWalker } from './state-walker.ts';
import { lowestOf } from './thread-set.ts';

/** One state of a program: the words of the model, and where its threads stand. */
export interface State {
  /** The shared objects in a few characters. */
  readonly label: string;
  /** Empty: something can follow. `bad`: the outcome is wrong. */
  readonly end: '' | 'good' | 'bad' | 'deadlock';
  /** Steps from the beginning, on any way. */
  readonly depth: number;
  /** Thread numbers that lead there. */
  readonly schedule: readonly number[];
}

/** One step of a thread (its number), from a state to another. States are numbered from 0, the beginning. */
export interface StateLink {
  readonly from: number;
  readonly to: number;
  readonly thread: number;
}

/** States in the order of their depth. */
export interface StateSpace {
  readonly states: readonly State[];
  readonly links: readonly StateLink[];
}

/** All states that a program can be in. Undefined: there are more than `maxStates`. */
export function stateSpace(
  machine: VirtualMachine,
  instance: ProgramInstance,
  maxStates: number,
): StateSpace | undefined {
  const walker = new StateWalker(machine);
  const numbers = new Map<string, number>();
  const states: State[] = [];
  const links: StateLink[] = [];
  /** How to get to each state. */
  const ways: (readonly number[])[] = [];

  visit([]);
  for (let from = 0; from < ways.length && states.length <= maxStates; from++) {
    const way = ways[from] as readonly number[];
    walker.follow(way);
    for (let left = machine.enabledThreads(); left !== 0; left &= left - 1) {
      const thread = lowestOf(left);
      walker.step(thread);
      const to = numbers.get(walker.key()) ?? visit([...way, thread]);
      links.push({ from, to, thread: machine.threadNumbers[thread] as number });
      walker.rewind(way.length);
    }
  }
  walker.rewind(0);
  return states.length > maxStates ? undefined : { states, links };

  function visit(way: readonly number[]): number {
    const number = states.length;
    numbers.set(walker.key(), number);
    ways.push(way);
    const schedule = way.map((thread) => machine.threadNumbers[thread] as number);
    states.push({ label: machine.model.describe(), end: endHere(), depth: way.length, schedule });
    return number;
  }

  function endHere(): State['end'] {
    if (machine.enabledThreads() !== 0) return '';
    if (!machine.isOver()) return 'deadlock';
    return instance.outcome(machine.model.words).expected ? 'good' : 'bad';
  }
}

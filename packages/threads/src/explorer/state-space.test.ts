import { describe, expect, it } from 'vitest';
import { program as lostUpdate } from '../fixtures/lost-update.ts';
import { program as twoLocks } from '../fixtures/two-locks.ts';
import type { ThreadProgram } from '../program.ts';
import { VirtualMachine } from '../virtual/virtual-machine.ts';
import { type StateSpace, stateSpace } from './state-space.ts';
import { philosophers } from './testing/philosophers.ts';

function spaceOf(program: ThreadProgram, knobs = {}, maxStates = 400): StateSpace | undefined {
  const instance = program.instantiate(knobs);
  return stateSpace(new VirtualMachine(instance), instance, maxStates);
}

const ends = (space: StateSpace | undefined) =>
  space?.states
    .map(({ end }) => end)
    .filter((end) => end !== '')
    .sort();

describe('stateSpace', () => {
  it('has the one deadlock of two locks, and the schedule that leads there', () => {
    const space = spaceOf(twoLocks);
    expect(ends(space)).toEqual(['deadlock', 'good']);
    expect(space?.states.find(({ end }) => end === 'deadlock')).toMatchObject({ label: 'left:1 right:2', depth: 4 });
  });

  it('tells wrong ends from right ones', () => {
    expect(ends(spaceOf(lostUpdate, { threads: 2, rounds: 1 }))).toEqual(['bad', 'good']);
  });

  it('has the 87 states of three philosophers, in the order of their depth', () => {
    const states = spaceOf(philosophers(3))?.states ?? [];
    expect(states).toHaveLength(87);
    expect(states.map(({ depth }) => depth)).toEqual(states.map(({ depth }) => depth).sort((a, b) => a - b));
  });

  it('leads to each state by its schedule, and along its links', () => {
    const program = philosophers(3);
    const space = spaceOf(program) as StateSpace;
    const machine = new VirtualMachine(program.instantiate({}));
    for (const [index, { schedule, label, depth }] of space.states.entries()) {
      let state = 0;
      for (const number of schedule) {
        machine.advance(machine.threadNumbers.indexOf(number));
        state = space.links.find(({ from, thread }) => from === state && thread === number)?.to ?? -1;
      }
      expect({ state, label: machine.model.describe(), depth: machine.depth }).toEqual({ state: index, label, depth });
      if (depth > 0) machine.rewind(0);
    }
  });

  it('is not told where it is too large', () => {
    expect(spaceOf(philosophers(3), {}, 86)).toBeUndefined();
    expect(spaceOf(philosophers(3), {}, 87)?.states).toHaveLength(87);
  });
});

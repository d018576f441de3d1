import type { KnobValues } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { program as lostUpdate } from '../fixtures/lost-update.ts';
import { program as twoLocks } from '../fixtures/two-locks.ts';
import type { ThreadProgram } from '../program.ts';
import { VirtualMachine } from '../virtual/virtual-machine.ts';
import { countPreemptions } from './count-preemptions.ts';
import { countSchedules } from './count-schedules.ts';
import { explore } from './explore.ts';
import { exploreByPreemptions, type PreemptionOptions } from './explore-by-preemptions.ts';
import { philosophers } from './testing/philosophers.ts';
import { randomProgram, seeded } from './testing/random-program.ts';

const UNBOUNDED = { maxSchedules: 100_000, maxSteps: 200, maxStates: 100_000, isOver: () => false };

/** The first schedule that goes wrong, with its preemptions. */
function firstBug(program: ThreadProgram, knobs: KnobValues = {}, options: Partial<PreemptionOptions> = {}) {
  const instance = program.instantiate(knobs);
  const machine = new VirtualMachine(instance);
  let bug: readonly number[] | undefined;
  const explored = exploreByPreemptions(machine, {
    ...UNBOUNDED,
    onTried({ schedule, isDeadlock }) {
      if (isDeadlock || !instance.outcome(machine.model.words).expected) bug = schedule;
      return bug !== undefined;
    },
    ...options,
  });
  return { ...explored, preemptions: bug && countPreemptions(machine, bug), schedule: bug?.join('') };
}

describe('exploreByPreemptions', () => {
  it('finds the lost update and the deadlock of two locks with one preemption', () => {
    expect(firstBug(lostUpdate, { threads: 2, rounds: 2 })).toMatchObject({ end: 'enough', preemptions: 1 });
    expect(firstBug(twoLocks)).toMatchObject({ end: 'enough', preemptions: 1 });
  });

  it('finds the deadlock of ten philosophers, which are too many to try one schedule after the other', () => {
    expect(firstBug(philosophers(10))).toMatchObject({ end: 'enough', preemptions: 1 });
  });

  it('proves what has no bug', () => {
    expect(firstBug(philosophers(4, true))).toMatchObject({ end: 'exhausted', preemptions: undefined });
    expect(firstBug(lostUpdate, { threads: 3, rounds: 2, locked: true })).toMatchObject({ end: 'exhausted' });
  });

  it('says which limit it reached: preemptions, schedules, steps, states or time', () => {
    const bound = (options: Partial<PreemptionOptions>) =>
      firstBug(lostUpdate, { threads: 3, rounds: 2, locked: true }, options).end;
    expect(firstBug(twoLocks, {}, { maxPreemptions: 0 })).toMatchObject({ end: 'preemptions', preemptions: undefined });
    expect(bound({ maxSchedules: 1 })).toBe('schedules');
    expect(bound({ maxSteps: 5 })).toBe('steps');
    expect(bound({ maxStates: 20 })).toBe('states');
    expect(firstBug(philosophers(6, true), {}, { isOver: () => true }).end).toBe('time');
  });

  it('on random programs reaches the same ends as trying everything, each at its fewest preemptions', () => {
    const random = seeded(4711);
    let compared = 0;
    let needing = 0;
    while (compared < 300) {
      const program = randomProgram(random);
      const machine = new VirtualMachine(program.instantiate({}));
      const count = countSchedules(machine, 1000);
      if (count === undefined || count > 1000n) continue;
      const mirror = new VirtualMachine(program.instantiate({}));
      const fewest = (ends: Map<string, number>) => ({
        ...UNBOUNDED,
        onTried({ schedule, isDeadlock }: { readonly schedule: readonly number[]; readonly isDeadlock: boolean }) {
          const end = `${machine.model.words.join()} ${isDeadlock}`;
          ends.set(end, Math.min(ends.get(end) ?? Number.POSITIVE_INFINITY, countPreemptions(mirror, schedule)));
          return false;
        },
      });
      const naive = new Map<string, number>();
      explore(machine, { ...fewest(naive), reduction: 'none' });
      const found = new Map<string, number>();
      expect(exploreByPreemptions(machine, fewest(found)).end).toBe('exhausted');
      expect(found).toEqual(naive);
      compared++;
      if (Math.max(...naive.values()) > 1) needing++;
    }
    expect(needing).toBeGreaterThan(10);
  });
});

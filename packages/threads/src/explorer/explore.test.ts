import type { KnobValues } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { program as lostUpdate } from '../fixtures/lost-update.ts';
import { program as twoLocks } from '../fixtures/two-locks.ts';
import { compute } from '../primitives/compute.ts';
import { type Lock, lock } from '../primitives/lock.ts';
import type { Operation } from '../primitives/operation.ts';
import { type Value, value } from '../primitives/value.ts';
import { type ThreadProgram, threadProgram } from '../program.ts';
import { VirtualMachine } from '../virtual/virtual-machine.ts';
import { explore } from './explore.ts';

/** All end states and deadlocks that some schedule reaches. */
function exploreAll(program: ThreadProgram, knobs: KnobValues = {}, useSleepSets = true, maxSchedules = 1_000_000) {
  const machine = new VirtualMachine(program.instantiate(knobs));
  const ends = new Set<string>();
  const deadlocks: string[] = [];
  const result = explore(machine, {
    maxSchedules,
    maxSteps: 500,
    useSleepSets,
    isOver: () => false,
    onTried({ schedule, isDeadlock }) {
      ends.add(`${isDeadlock ? 'deadlock ' : ''}${machine.model.words.join(',')}`);
      if (isDeadlock) deadlocks.push(schedule.join(''));
      return false;
    },
  });
  return { ...result, ends, deadlocks };
}

/** Load and store alone, as in the textbooks: six schedules. */
const shortest = threadProgram({
  shared: () => ({ total: value('total', 0) }),
  threads: ({ total }) =>
    [1, 2].map((number) => ({
      actor: `t${number}`,
      *body() {
        yield* total.write((yield* total.read()) + 1);
      },
    })),
  outcome: ({ total }) => ({ value: String(total), expected: total === 2 }),
});

describe('explore', () => {
  it('runs all six schedules of two loads and two stores, and four with sleep sets', () => {
    expect(exploreAll(shortest, {}, false)).toMatchObject({ end: 'exhausted', tried: 6, pruned: 0 });
    expect(exploreAll(shortest)).toMatchObject({ end: 'exhausted', tried: 4, ends: new Set(['2', '1']) });
  });

  it('finds the lost update with its second schedule', () => {
    const instance = lostUpdate.instantiate({ threads: 2, rounds: 1, locked: false });
    const machine = new VirtualMachine(instance);
    let found = '';
    const result = explore(machine, {
      maxSchedules: 100,
      maxSteps: 100,
      isOver: () => false,
      onTried({ schedule }) {
        found = schedule.join('');
        return !instance.outcome(machine.model.words).expected;
      },
    });
    expect(result).toEqual({ end: 'enough', tried: 2, pruned: 0 });
    expect(found).toBe('112221');
  });

  it('proves that the lock loses nothing', () => {
    const result = exploreAll(lostUpdate, { threads: 3, rounds: 2, locked: true });
    expect(result).toMatchObject({ end: 'exhausted', ends: new Set(['6,0']), deadlocks: [] });
  });

  it('finds the deadlock of two locks taken in opposite order, and none when the order is the same', () => {
    expect(exploreAll(twoLocks).deadlocks).toEqual(['1122']);
    expect(exploreAll(twoLocks, { ordered: true })).toMatchObject({ end: 'exhausted', deadlocks: [] });
  });

  it('says that it was bounded, by number, by time, and by a program that does not end', () => {
    expect(exploreAll(lostUpdate, { threads: 3, rounds: 2 }, true, 100)).toMatchObject({ end: 'bounded', tried: 100 });
    const machine = new VirtualMachine(lostUpdate.instantiate({ threads: 3, rounds: 2 }));
    const always = { maxSchedules: 1e9, maxSteps: 100, isOver: () => true, onTried: () => false };
    expect(explore(machine, always).end).toBe('bounded');
    const spinning = threadProgram({
      shared: () => ({ flag: value('flag', 0) }),
      threads: ({ flag }) => [
        {
          actor: 't1',
          *body() {
            while ((yield* flag.read()) === 0);
          },
        },
      ],
      outcome: () => ({ value: '', expected: true }),
    });
    expect(exploreAll(spinning)).toMatchObject({ end: 'bounded', tried: 0, pruned: 1 });
  });

  it('leaves the machine at its beginning', () => {
    const machine = new VirtualMachine(lostUpdate.instantiate({ threads: 2, rounds: 1 }));
    explore(machine, { maxSchedules: 3, maxSteps: 100, isOver: () => false, onTried: () => false });
    expect(machine.depth).toBe(0);
    expect(machine.pending(0)?.verb.name).toBe('value.read');
  });

  it('reaches every end state and deadlock that trying everything reaches, on random programs', () => {
    const random = seeded(20_240_601);
    let [compared, withDeadlock, naive, reduced] = [0, 0, 0, 0];
    while (compared < 300) {
      const program = randomProgram(random);
      const all = exploreAll(program, {}, false, 5000);
      if (all.end === 'bounded') continue;
      const some = exploreAll(program);
      expect([...some.ends].sort()).toEqual([...all.ends].sort());
      compared++;
      naive += all.tried;
      reduced += some.tried;
      if (all.deadlocks.length > 0) withDeadlock++;
    }
    expect(withDeadlock).toBeGreaterThan(20);
    expect(reduced).toBeLessThan(naive / 3);
  });
});

type Random = (below: number) => number;

function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/** One operation, which may depend on what its thread has seen. */
type Act = (seen: number, values: readonly Value[], locks: readonly Lock[]) => Operation<number> | Operation<void>;

/** Two or three threads of a few operations on two values and two locks; what they store depends on what they read. */
function randomProgram(random: Random): ThreadProgram {
  const codes = Array.from({ length: 2 + random(2) }, (_, thread) => randomCode(random, thread));
  return threadProgram({
    shared: () => ({ x: value('x', 0), y: value('y', 0), a: lock('a'), b: lock('b') }),
    threads: ({ x, y, a, b }) =>
      codes.map((code, thread) => ({
        actor: `t${thread + 1}`,
        *body() {
          let seen = thread + 1;
          for (const act of code) seen = (seen * 31 + ((yield* act(seen, [x, y], [a, b])) ?? 0)) & 1023;
        },
      })),
    outcome: () => ({ value: '', expected: true }),
  });
}

function randomCode(random: Random, thread: number): Act[] {
  return Array.from({ length: 2 + random(4) }, (): Act => {
    const which = random(2);
    switch (random(7)) {
      case 0:
      case 1:
        return (_, values) => (values[which] as Value).read();
      case 2:
        return (seen, values) => (values[which] as Value).write(seen);
      case 3:
        return (_, values) => (values[which] as Value).add(thread + 1);
      case 4:
        return (seen) => compute('seen', seen);
      case 5:
        return (_, _values, locks) => (locks[which] as Lock).acquire();
      default:
        return (_, _values, locks) => (locks[which] as Lock).release();
    }
  });
}

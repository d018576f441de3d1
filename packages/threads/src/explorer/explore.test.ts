import { describe, expect, it } from 'vitest';
import { program as lostUpdate } from '../fixtures/lost-update.ts';
import { program as twoLocks } from '../fixtures/two-locks.ts';
import { condition } from '../primitives/condition.ts';
import { lock } from '../primitives/lock.ts';
import { thread } from '../primitives/thread.ts';
import { value } from '../primitives/value.ts';
import { type ThreadProgram, threadProgram } from '../program.ts';
import { VirtualMachine } from '../virtual/virtual-machine.ts';
import { explore } from './explore.ts';
import { exploreEverything } from './testing/everything.ts';
import { philosophers } from './testing/philosophers.ts';

/** A program with its knobs already set. */
const fixed = (program: ThreadProgram, knobs: Parameters<ThreadProgram['instantiate']>[0]): ThreadProgram => ({
  instantiate: () => program.instantiate(knobs),
});

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

/** Ends only when the other thread has set the flag. */
const spinning = threadProgram({
  shared: () => ({ flag: value('flag', 0) }),
  threads: ({ flag }) => [
    {
      actor: 't1',
      *body() {
        while ((yield* flag.read()) === 0);
      },
    },
    {
      actor: 't2',
      *body() {
        yield* flag.write(1);
      },
    },
  ],
  outcome: () => ({ value: '', expected: true }),
});

const endsOf = (program: ThreadProgram) => [...exploreEverything(program).ends].sort();

describe('explore', () => {
  it('runs all six schedules of two loads and two stores, and four with a reduction', () => {
    const all = exploreEverything(shortest, { reduction: 'none' });
    expect(all).toMatchObject({ end: 'exhausted', tried: 6, pruned: 0 });
    for (const reduction of ['sleep-sets', 'source-sets'] as const)
      expect(exploreEverything(shortest, { reduction })).toMatchObject({ end: 'exhausted', tried: 4, ends: all.ends });
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
    const program = fixed(lostUpdate, { threads: 3, rounds: 2, locked: true });
    expect(exploreEverything(program)).toMatchObject({ end: 'exhausted', deadlocks: [] });
    expect(endsOf(program)).toEqual(['6,0 left: ']);
  });

  it('finds the deadlock of two locks taken in opposite order, and none when the order is the same', () => {
    expect(exploreEverything(fixed(twoLocks, {})).deadlocks).toHaveLength(1);
    expect(exploreEverything(fixed(twoLocks, { ordered: true }))).toMatchObject({ end: 'exhausted', deadlocks: [] });
  });

  it.each([
    [3, 7],
    [4, 15],
    [5, 31],
    [8, 255],
  ])('%i philosophers: one deadlock, in %i runs', (count, runs) => {
    const found = exploreEverything(philosophers(count));
    expect(found).toMatchObject({ end: 'exhausted', tried: runs, pruned: 0 });
    expect(found.deadlocks).toHaveLength(1);
  });

  it('proves in 30 runs that five philosophers with ordered forks never starve together', () => {
    expect(exploreEverything(philosophers(5, true))).toMatchObject({ end: 'exhausted', tried: 30, deadlocks: [] });
  });

  it('tries both the wait that is over in time and the one that is not', () => {
    const program = threadProgram({
      shared: () => ({ a: lock('a'), got: value('got', 0) }),
      threads: ({ a, got }) => [
        {
          actor: 't1',
          *body() {
            yield* a.acquire();
            yield* a.release();
          },
        },
        {
          actor: 't2',
          *body() {
            yield* got.write((yield* a.acquire(10)) ? 1 : 2);
          },
        },
      ],
      outcome: () => ({ value: '', expected: true }),
    });
    expect(endsOf(program)).toEqual(['0,2 left: ', '2,1 deadlock left: 1', '2,1 left: ']);
  });

  it('finds the notify that nobody has waited for yet', () => {
    const program = threadProgram({
      shared() {
        const mutex = lock('mutex');
        return { mutex, ready: condition('ready', mutex) };
      },
      threads: ({ mutex, ready }) =>
        [() => ready.wait(), () => ready.notify()[Symbol.iterator]()].map((act, index) => ({
          actor: `t${index + 1}`,
          *body() {
            yield* mutex.acquire();
            yield* act();
            yield* mutex.release();
          },
        })),
      outcome: () => ({ value: '', expected: true }),
    });
    expect(exploreEverything(program)).toMatchObject({ end: 'exhausted', tried: 2, deadlocks: ['222111'] });
  });

  it('kills a daemon at each of its steps', () => {
    const program = threadProgram({
      shared: () => ({ steps: value('steps', 0) }),
      threads({ steps }) {
        const daemon = thread('t1', () => twice(steps), { daemon: true });
        return [{ actor: 'main', body: () => daemon.start()[Symbol.iterator]() }, daemon];
      },
      outcome: () => ({ value: '', expected: true }),
    });
    expect(endsOf(program)).toEqual(['0,1 left: 1']);
    const waited = threadProgram({
      shared: () => ({ steps: value('steps', 0), other: value('other', 0) }),
      threads({ steps, other }) {
        const daemon = thread('t1', () => twice(steps), { daemon: true });
        return [{ actor: 'main', body: () => both(daemon.start(), other.write(1)) }, daemon];
      },
      outcome: () => ({ value: '', expected: true }),
    });
    expect(endsOf(waited)).toEqual(['0,1,1 left: 1', '1,1,1 left: 1', '2,1,1 left: 1', '2,1,2 left: ']);
  });

  it('says which limit it reached: schedules, steps or time', () => {
    const program = fixed(lostUpdate, { threads: 3, rounds: 2 });
    expect(exploreEverything(program, { maxSchedules: 100 })).toMatchObject({ end: 'schedules', tried: 100 });
    expect(exploreEverything(program, { isOver: () => true }).end).toBe('time');
    const cut = exploreEverything(spinning, { maxSteps: 20 });
    expect(cut.end).toBe('steps');
    expect(cut.pruned).toBeGreaterThan(0);
    expect(cut.tried).toBeGreaterThan(10);
  });

  it('tells how far it has come', () => {
    const seen: number[] = [];
    exploreEverything(fixed(lostUpdate, { threads: 3, rounds: 2 }), {
      isOver({ tried, depth }) {
        expect(depth).toBeGreaterThan(0);
        seen.push(tried);
        return seen.length === 3;
      },
    });
    expect(seen).toHaveLength(3);
    expect(seen).toEqual([...new Set(seen)].sort((one, other) => one - other));
  });

  it('leaves the machine at its beginning', () => {
    const machine = new VirtualMachine(lostUpdate.instantiate({ threads: 2, rounds: 1 }));
    explore(machine, { maxSchedules: 3, maxSteps: 100, isOver: () => false, onTried: () => false });
    expect(machine.depth).toBe(0);
    expect(machine.pending(0)?.verb.name).toBe('value.read');
  });
});

function* twice(steps: ReturnType<typeof value>) {
  yield* steps.add(1);
  yield* steps.add(1);
}

function* both(...operations: readonly ReturnType<ReturnType<typeof value>['write']>[]) {
  for (const operation of operations) yield* operation;
}

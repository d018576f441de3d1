import type { OperationName, OrderVerdict } from '@lockstep/lab';
import { describe, expect, it } from 'vitest';
import { program as lostUpdate } from '../fixtures/lost-update.ts';
import { type Lock, lock } from '../primitives/lock.ts';
import type { Program } from '../primitives/operation.ts';
import type { Request } from '../primitives/verb.ts';
import { type ThreadProgram, threadProgram } from '../program.ts';
import { VirtualMachine } from '../virtual/virtual-machine.ts';
import { countSchedules } from './count-schedules.ts';
import { explore } from './explore.ts';
import { findOrder, type OrderBounds } from './find-order.ts';
import { randomProgram, seeded } from './testing/random-program.ts';

const UNBOUNDED: OrderBounds = { maxStates: 100_000, maxSteps: 200, isOver: () => false };

function ask(
  program: ThreadProgram,
  schedule: readonly number[],
  earlier: readonly [thread: number, nth: number],
  later: readonly [thread: number, nth: number],
  options: {
    readonly knobs?: Parameters<ThreadProgram['instantiate']>[0];
    readonly bounds?: Partial<OrderBounds>;
  } = {},
): OrderVerdict {
  const name = ([thread, nth]: readonly [number, number]): OperationName => ({ thread, nth });
  return findOrder(
    program.instantiate(options.knobs ?? {}),
    { schedule, earlier: name(earlier), later: name(later) },
    { ...UNBOUNDED, ...options.bounds },
  );
}

const two = { knobs: { threads: 2, rounds: 1 } };
const locked = { knobs: { threads: 2, rounds: 1, locked: true } };
const inTurn = [1, 1, 1, 2, 2, 2];

describe('findOrder', () => {
  it('leaves the recorded schedule as late as it can', () => {
    expect(ask(lostUpdate, inTurn, [1, 2], [2, 0], two)).toEqual({
      order: 'free',
      schedule: [1, 1, 2, 1, 2, 2],
      kept: 2,
    });
  });

  it('knows that a thread does one thing after the other', () => {
    expect(ask(lostUpdate, inTurn, [1, 0], [1, 2], two)).toEqual({ order: 'forced', states: 0 });
  });

  it('finds the other order of two critical sections by another choice before the lock was taken', () => {
    const schedule = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2];
    expect(ask(lostUpdate, schedule, [1, 3], [2, 1], locked)).toMatchObject({ order: 'free', kept: 0 });
  });

  it('says that the later one comes instead of the earlier one where it leaves no way to it', () => {
    const program = threadProgram({
      shared: () => ({ only: lock('only') }),
      threads: ({ only }) => [
        { actor: 't1', body: () => giveBack(only) },
        { actor: 't2', body: () => take(only) },
      ],
      outcome: () => ({ value: '', expected: true }),
    });
    expect(ask(program, [1, 1, 2], [1, 0], [2, 0])).toEqual({ order: 'instead', schedule: [2], kept: 0 });
  });

  it('does not answer beyond its limits, nor about what the schedule does not lead to', () => {
    const schedule = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2];
    const why = (bounds: Partial<OrderBounds>) => ask(lostUpdate, schedule, [1, 3], [2, 1], { ...locked, bounds });
    expect(why({ maxStates: 3 })).toEqual({ order: 'unknown', why: 'states' });
    expect(ask(lostUpdate, inTurn, [1, 2], [2, 9], two)).toEqual({ order: 'unknown', why: 'not-there' });
    expect(ask(lostUpdate, inTurn, [1, 2], [7, 0], two)).toEqual({ order: 'unknown', why: 'not-there' });
  });

  it('on random programs says of each pair what trying every schedule says', () => {
    const random = seeded(20_261_129);
    const sum = { forced: 0, free: 0, instead: 0, unknown: 0 };
    for (let compared = 0; compared < 150; ) {
      const program = randomProgram(random);
      const machine = new VirtualMachine(program.instantiate({}));
      const count = countSchedules(machine, 1000);
      if (count === undefined || count > 300n || count < 2n) continue;
      compared++;
      const runs: readonly Ran[][] = everySchedule(program);
      const run = runs[random(runs.length)] as Ran[];
      const schedule = run.map(({ number }) => number);
      for (const [at, later] of run.entries())
        for (const earlier of run.slice(0, at)) {
          if (earlier.number === later.number) continue;
          const verdict = ask(program, schedule, [earlier.number, earlier.nth], [later.number, later.nth]);
          const expected = brute(runs, earlier, later);
          expect(verdict.order).toBe(expected);
          sum[verdict.order]++;
          if (verdict.order !== 'free' && verdict.order !== 'instead') continue;
          const swapped = runs.find((one) => one.map(({ number }) => number).join() === verdict.schedule.join());
          expect(orderIn(swapped as Ran[], earlier, later)).toBe(verdict.order);
          expect(verdict.schedule.slice(0, verdict.kept)).toEqual(schedule.slice(0, verdict.kept));
          expect(verdict.kept).toBe(mostKept(runs, schedule, earlier, later, verdict.order));
        }
    }
    expect(sum.unknown).toBe(0);
    expect(Math.min(sum.forced, sum.free, sum.instead)).toBeGreaterThan(50);
  }, 120_000);
});

function* take(only: Lock): Program {
  yield* only.acquire();
}

function* giveBack(only: Lock): Program {
  yield* only.acquire();
  yield* only.release();
}

/** An operation of a schedule that was run. */
interface Ran {
  readonly number: number;
  readonly nth: number;
  readonly request: Request;
}

function everySchedule(program: ThreadProgram): Ran[][] {
  const instance = program.instantiate({});
  const mirror = new VirtualMachine(instance);
  const runs: Ran[][] = [];
  explore(new VirtualMachine(instance), {
    maxSchedules: 1_000_000,
    maxSteps: 200,
    isOver: () => false,
    reduction: 'none',
    onTried({ schedule }) {
      if (mirror.depth > 0) mirror.rewind(0);
      const counts = new Map<number, number>();
      const run = schedule.map((number) => {
        const thread = mirror.threadNumbers.indexOf(number);
        const nth = counts.get(number) ?? 0;
        counts.set(number, nth + 1);
        const request = mirror.pending(thread) as Request;
        mirror.advance(thread);
        return { number, nth, request };
      });
      runs.push(run);
      return false;
    },
  });
  return runs;
}

function placeIn(run: readonly Ran[], { number, nth, request }: Ran): number {
  return run.findIndex(
    (one) =>
      one.number === number &&
      one.nth === nth &&
      one.request.verb === request.verb &&
      one.request.object === request.object,
  );
}

/** How this run has the two: `free`, in the other order; `instead`, the later one without the earlier one. */
function orderIn(run: readonly Ran[], earlier: Ran, later: Ran): 'forced' | 'free' | 'instead' {
  const [first, second] = [placeIn(run, earlier), placeIn(run, later)];
  if (second < 0) return 'forced';
  if (first < 0) {
    // Something else in its place, before the later one, does not count as its being left out.
    const other = run.findIndex(({ number, nth }) => number === earlier.number && nth === earlier.nth);
    return other >= 0 && other < second ? 'forced' : 'instead';
  }
  return first > second ? 'free' : 'forced';
}

function brute(runs: readonly Ran[][], earlier: Ran, later: Ran): 'forced' | 'free' | 'instead' {
  const orders = new Set(runs.map((run) => orderIn(run, earlier, later)));
  if (orders.has('free')) return 'free';
  return orders.has('instead') ? 'instead' : 'forced';
}

function mostKept(
  runs: readonly Ran[][],
  schedule: readonly number[],
  earlier: Ran,
  later: Ran,
  order: 'free' | 'instead',
): number {
  let most = 0;
  for (const run of runs) {
    if (orderIn(run, earlier, later) !== order) continue;
    let same = 0;
    while (run[same]?.number === schedule[same]) same++;
    most = Math.max(most, same);
  }
  return most;
}

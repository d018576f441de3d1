// Tries the schedules of a program, depth first, on the virtual machine. Two reductions leave out schedules that differ
// from a tried one only in the order of steps that do not touch each other; both still reach every end state and every
// deadlock, and run no two such schedules to their end:
// - sleep sets (P. Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems", LNCS 1032, 1996, ch. 5)
//   notice that whatever may follow here has been tried elsewhere, and turn back;
// - source sets (races.ts), used together with them, do not go there in the first place.
import type { Request } from '../primitives/verb.ts';
import type { VirtualMachine } from '../virtual/virtual-machine.ts';
import { dependenceOf } from './dependence.ts';
import { type Explored, PATIENCE, type SearchBounds } from './explored.ts';
import { Path } from './path.ts';
import { createRaces } from './races.ts';
import { lowestOf } from './thread-set.ts';

export interface ExploreOptions extends SearchBounds {
  /** Absent: source sets with sleep sets. `none`: every schedule, for comparison. */
  readonly reduction?: 'source-sets' | 'sleep-sets' | 'none';
}

/** Tries schedules until all are done or somebody says stop. The machine is at its beginning, and ends up there again. */
export function explore(machine: VirtualMachine, options: ExploreOptions): Explored {
  const { maxSchedules, maxSteps, onTried, isOver, reduction = 'source-sets' } = options;
  const areDependent = dependenceOf(machine);
  const path = new Path(machine.threadCount, maxSteps);
  const { todo, asleep } = path;
  const races = reduction === 'source-sets' ? createRaces(machine, path, areDependent) : undefined;
  const schedule: number[] = [];
  let end: Explored['end'] = 'exhausted';
  let isStopped = false;
  let steps = 0;
  let tried = 0;
  let pruned = 0;
  let depth = 0;

  arrive(0, 0);
  while (depth >= 0 && !isStopped) {
    const awake = (todo[depth] as number) & ~(asleep[depth] as number);
    if (awake === 0) depth--;
    else go(firstOf(awake, depth === 0 ? 0 : (path.threads[depth - 1] as number)));
  }
  if (machine.depth > 0) machine.rewind(0);
  return { end, tried, pruned };

  function go(thread: number): void {
    if (machine.depth > depth) machine.rewind(depth);
    const request = machine.pending(thread) as Request;
    const sleeping = asleep[depth] as number;
    path.threads[depth] = thread;
    path.requests[depth] = request;
    schedule[depth] = machine.threadNumbers[thread] as number;
    races?.step(depth);
    machine.advance(thread);
    asleep[depth] = sleeping | (1 << thread);
    depth++;
    arrive(reduction === 'none' ? 0 : stillSleeping(sleeping, thread, request), thread);
    if (++steps % PATIENCE === 0 && isOver({ tried, pruned, depth })) stop('time');
  }

  /** @param sleeping threads whose next step was tried before and cannot matter yet */
  function arrive(sleeping: number, last: number): void {
    const enabled = machine.enabledThreads();
    const awake = enabled & ~sleeping;
    asleep[depth] = sleeping;
    todo[depth] = 0;
    if (enabled === 0) finish();
    else if (awake === 0) giveUp(enabled);
    else if (depth >= maxSteps) cut();
    else todo[depth] = races ? 1 << firstOf(awake, last) : enabled;
  }

  function finish(): void {
    races?.never(depth, 0);
    tried++;
    schedule.length = depth;
    if (onTried({ number: tried, schedule, isDeadlock: !machine.isOver() })) stop('enough');
    else if (tried >= maxSchedules) stop('schedules');
  }

  /** Those that could go are asleep: their races were seen where they went. */
  function giveUp(enabled: number): void {
    races?.never(depth, enabled);
    pruned++;
  }

  function cut(): void {
    races?.never(depth, 0);
    pruned++;
    end = 'steps';
  }

  function stop(why: Explored['end']): void {
    end = why;
    isStopped = true;
  }

  /** A sleeping thread wakes when something happened that its next step may depend on. */
  function stillSleeping(threads: number, done: number, request: Request): number {
    let still = threads;
    for (let left = threads; left !== 0; left &= left - 1) {
      const thread = lowestOf(left);
      if (areDependent(thread, machine.pending(thread) as Request, done, request)) still &= ~(1 << thread);
    }
    return still;
  }
}

/** The thread that went last, while it may: found schedules then switch as rarely as they can. */
function firstOf(threads: number, last: number): number {
  return (threads & (1 << last)) !== 0 ? last : lowestOf(threads);
}

// Tries the schedules of a program, depth first, on the virtual machine. With sleep sets (P. Godefroid, "Partial-Order
// Methods for the Verification of Concurrent Systems", LNCS 1032, 1996, ch. 5) it runs no two schedules that differ only
// in the order of operations that do not touch each other; it still reaches every end state and every deadlock.
import { areDependent } from '../model/model.ts';
import type { Request } from '../primitives/verb.ts';
import type { VirtualMachine } from '../virtual/virtual-machine.ts';

/** A schedule that was run to its end. */
export interface Tried {
  /** From 1. */
  readonly number: number;
  /** Thread numbers from 1. */
  readonly schedule: readonly number[];
  /** Somebody has not finished, and nobody can go on. */
  readonly isDeadlock: boolean;
}

/** Where to stop, and whom to tell. */
export interface ExploreOptions {
  readonly maxSchedules: number;
  /** A longer schedule is cut, and the search is bounded: the program may not end. */
  readonly maxSteps: number;
  /** Called at each end state, with the machine standing there. True: that is enough. */
  readonly onTried: (tried: Tried) => boolean;
  /** Asked now and then. True: the time is over. */
  readonly isOver: () => boolean;
  /** False: every schedule, for comparison. */
  readonly useSleepSets?: boolean;
}

/** `exhausted`: there is no other schedule. `bounded`: a limit was reached. */
export interface Explored {
  readonly end: 'exhausted' | 'enough' | 'bounded';
  readonly tried: number;
  /** Schedules given up because each continuation had been seen. */
  readonly pruned: number;
}

/** Branches between two looks at the clock. */
const PATIENCE = 256;

/** Tries schedules from where the machine stands, until all are done or somebody says stop; the machine ends up there again. */
export function explore(machine: VirtualMachine, options: ExploreOptions): Explored {
  const { maxSchedules, maxSteps, onTried, isOver, useSleepSets = true } = options;
  const schedule: number[] = [];
  let end: Explored['end'] = 'exhausted';
  let tried = 0;
  let pruned = 0;

  visit(0, 0);
  return { end, tried, pruned };

  /**
   * Tries all that can follow.
   * @param sleeping threads, as bits, whose next operation was tried before and cannot matter yet
   * @returns false: stop the search
   */
  function visit(last: number, sleeping: number): boolean {
    const enabled = machine.enabledThreads();
    if (enabled === 0) return finish();
    let awake = enabled & ~sleeping;
    if (awake === 0) return giveUp();
    if (schedule.length >= maxSteps) {
      end = 'bounded';
      return giveUp();
    }
    const depth = machine.depth;
    let asleep = sleeping;
    for (let thread = first(awake, last); awake !== 0; thread = first(awake, last)) {
      const request = machine.pending(thread) as Request;
      machine.advance(thread);
      schedule.push(thread + 1);
      const goOn = visit(thread, useSleepSets ? stillSleeping(asleep, request) : 0);
      schedule.pop();
      machine.rewind(depth);
      if (!goOn) return false;
      awake &= ~(1 << thread);
      asleep |= 1 << thread;
    }
    return true;
  }

  function finish(): boolean {
    tried++;
    if (onTried({ number: tried, schedule, isDeadlock: !machine.isFinished() })) {
      end = 'enough';
      return false;
    }
    return mayGoOn(tried >= maxSchedules);
  }

  function giveUp(): boolean {
    pruned++;
    return mayGoOn(false);
  }

  function mayGoOn(isFull: boolean): boolean {
    if (!isFull && !((tried + pruned) % PATIENCE === 0 && isOver())) return true;
    end = 'bounded';
    return false;
  }

  /** A sleeping thread wakes when something happened that its next operation may depend on. */
  function stillSleeping(threads: number, done: Request): number {
    let still = threads;
    for (let thread = 0; thread < machine.threadCount; thread++)
      if ((still & (1 << thread)) !== 0 && areDependent(machine.pending(thread) as Request, done))
        still &= ~(1 << thread);
    return still;
  }
}

/** The thread that went last, while it may: found schedules then switch as rarely as they can. */
function first(threads: number, last: number): number {
  return (threads & (1 << last)) !== 0 ? last : 31 - Math.clz32(threads & -threads);
}

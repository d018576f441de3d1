import type { VirtualMachine } from '../virtual/virtual-machine.ts';
import { StateWalker } from './state-walker.ts';
import { lowestOf } from './thread-set.ts';

/** A state on the way, with the schedules that are known to lead on from it. */
interface Visit {
  readonly key: string;
  /** Threads that have not been followed yet, as bits. */
  left: number;
  schedules: bigint;
}

/**
 * How many schedules a program has in all, without running them: as many lead on from a state as from all states that
 * one step leads to, and there are few states. Undefined: there are more than `maxStates`.
 */
export function countSchedules(machine: VirtualMachine, maxStates: number): bigint | undefined {
  const walker = new StateWalker(machine);
  const known = new Map<string, bigint>();
  const path: Visit[] = [];
  let counted = enter();

  while (path.length > 0 && known.size + path.length <= maxStates) {
    const visit = path.at(-1) as Visit;
    visit.schedules += counted;
    counted = 0n;
    if (visit.left === 0) {
      known.set(visit.key, visit.schedules);
      counted = visit.schedules;
      path.pop();
    } else {
      walker.rewind(path.length - 1);
      walker.step(lowestOf(visit.left));
      visit.left &= visit.left - 1;
      counted = enter();
    }
  }
  const isComplete = path.length === 0;
  walker.rewind(0);
  return isComplete ? counted : undefined;

  /** Returns what is known of the state, or begins to find out. */
  function enter(): bigint {
    const key = walker.key();
    const schedules = known.get(key);
    if (schedules !== undefined) return schedules;
    const left = machine.enabledThreads();
    path.push({ key, left, schedules: left === 0 ? 1n : 0n });
    return 0n;
  }
}

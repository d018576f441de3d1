import type { Request } from '../../primitives/verb.ts';
import type { ThreadProgram } from '../../program.ts';
import { VirtualMachine } from '../../virtual/virtual-machine.ts';
import { dependenceOf } from '../dependence.ts';
import { type ExploreOptions, explore } from '../explore.ts';
import type { Explored } from '../explored.ts';

/** All that some schedules lead to. */
export interface Everything extends Explored {
  /** End states: words, and who waits for ever. */
  readonly ends: ReadonlySet<string>;
  /** One normal form for all schedules that differ only in the order of independent steps. */
  readonly traces: ReadonlySet<string>;
  /** Schedules that end in a deadlock. */
  readonly deadlocks: readonly string[];
}

/** Explores a program to the end, and keeps what it comes to. */
export function exploreEverything(program: ThreadProgram, options: Partial<ExploreOptions> = {}): Everything {
  const machine = new VirtualMachine(program.instantiate({}));
  const mirror = new VirtualMachine(program.instantiate({}));
  const ends = new Set<string>();
  const traces = new Set<string>();
  const deadlocks: string[] = [];
  const explored = explore(machine, {
    maxSchedules: 1_000_000,
    maxSteps: 200,
    isOver: () => false,
    onTried({ schedule, isDeadlock }) {
      ends.add(endOf(machine));
      traces.add(normalForm(mirror, schedule));
      if (isDeadlock) deadlocks.push(schedule.join(''));
      return false;
    },
    ...options,
  });
  return { ...explored, ends, traces, deadlocks };
}

function endOf(machine: VirtualMachine): string {
  const left = machine.threadNumbers.filter((_, thread) => machine.pending(thread) !== undefined);
  return `${machine.model.words.join()}${machine.isOver() ? '' : ' deadlock'} left: ${left.join()}`;
}

/**
 * Foata's normal form: in the first group all steps that need no other, in the second those that need only such, …
 * (P. Cartier, D. Foata, "Problèmes combinatoires de commutation et réarrangements", LNM 85, 1969.)
 */
function normalForm(machine: VirtualMachine, schedule: readonly number[]): string {
  if (machine.depth > 0) machine.rewind(0);
  const areDependent = dependenceOf(machine);
  const done: { readonly thread: number; readonly request: Request; readonly group: number }[] = [];
  const groups: number[][] = [];
  for (const number of schedule) {
    const thread = machine.threadNumbers.indexOf(number);
    const request = machine.pending(thread) as Request;
    let group = 0;
    for (const before of done)
      if (
        before.group >= group &&
        (before.thread === thread || areDependent(before.thread, before.request, thread, request))
      )
        group = before.group + 1;
    done.push({ thread, request, group });
    (groups[group] ??= []).push(thread);
    machine.advance(thread);
  }
  return groups.map((threads) => threads.sort((one, other) => one - other).join('')).join(' ');
}

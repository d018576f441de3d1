import type { VirtualMachine } from '../virtual/virtual-machine.ts';

/**
 * How often a schedule (thread numbers) switches away from a thread that could go on. One that waits is not preempted,
 * even if its wait is limited. The machine is at its beginning, and ends up there again.
 */
export function countPreemptions(machine: VirtualMachine, schedule: readonly number[]): number {
  let preemptions = 0;
  let last: number | undefined;
  for (const number of schedule) {
    const thread = machine.threadNumbers.indexOf(number);
    const running = last === undefined ? undefined : machine.pending(last);
    if (thread !== last && running && machine.model.enabled(last as number, running)) preemptions++;
    machine.advance(thread);
    last = thread;
  }
  if (schedule.length > 0) machine.rewind(0);
  return preemptions;
}

import type { ProgramInstance } from '../program.ts';
import { VirtualMachine } from '../virtual/virtual-machine.ts';

/**
 * The steps of a schedule that can be taken, as threads from 0: who cannot go when its number comes is passed over, as a
 * schedule may come from an old link. Found out on the model, so it is known before any real thread has moved.
 * @param schedule numbers of threads, as people call them
 */
export function turnsOf(instance: ProgramInstance, schedule: readonly number[]): readonly number[] {
  const machine = new VirtualMachine(instance);
  const turns: number[] = [];
  for (const number of schedule) {
    const thread = machine.threadNumbers.indexOf(number);
    if (thread < 0 || ((machine.enabledThreads() >> thread) & 1) === 0) continue;
    machine.advance(thread);
    turns.push(thread);
  }
  return turns;
}

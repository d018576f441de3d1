import type { Fact, KnobValues } from '@lockstep/trace';
import { drive, type Ending } from '../drive.ts';
import type { ThreadProgram } from '../program.ts';
import { ThreadProbe } from '../thread-probe.ts';
import type { Strategy } from './strategy.ts';
import { VirtualMachine } from './virtual-machine.ts';

/** What runs on the virtual machine, who chooses, and where the events go. */
export interface VirtualRunOptions {
  readonly program: ThreadProgram;
  readonly knobs: KnobValues;
  readonly strategy: Strategy;
  readonly record: (fact: Fact) => number;
}

/** Runs a program on the virtual machine and records it with the source `model`. Time counts operations. */
export async function runVirtually(
  options: VirtualRunOptions,
): Promise<{ readonly ending: Ending; readonly state: Int32Array }> {
  const { program, knobs, strategy, record } = options;
  const instance = program.instantiate(knobs);
  const machine = new VirtualMachine(instance);
  const actors = instance.threads.map(({ actor }) => actor);
  const probe = new ThreadProbe({ actors, spawned: instance.spawned, source: 'model', record });
  const ending = await drive(machine, probe, strategy, () => machine.depth);
  return { ending, state: machine.model.words };
}

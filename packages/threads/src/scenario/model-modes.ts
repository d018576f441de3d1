// Free runs and batches where threads cannot share memory. Nobody's kernel schedules here: chance does, by the seed of the
// run, and lets another thread in after any operation, which a kernel does rarely. So how often something happens
// here says nothing of how often it happens; all of it is told as `model`.
import { letOthersGo } from '#platform';
import { describeDeadlock, drive, type Ending } from '../drive.ts';
import type { ProgramInstance } from '../program.ts';
import { ThreadProbe } from '../thread-probe.ts';
import { randomly, type Strategy } from '../virtual/strategy.ts';
import { VirtualMachine } from '../virtual/virtual-machine.ts';
import { tellOutcome, tellResult } from './telling.ts';
import type { ThreadRun } from './thread-run.ts';
import { withModel } from './with-model.ts';

/** Operations between two looks at whether the run was stopped. */
const PATIENCE = 500;

/** One run, scheduled by chance. */
export function runFreeModel(run: ThreadRun): Promise<Ending> {
  const { context } = run;
  return withModel(run, true, async (instance) => {
    const machine = new VirtualMachine(instance);
    const actors = instance.threads.map(({ actor }) => actor);
    const { spawned } = instance;
    const probe = new ThreadProbe({ actors, spawned, source: 'model', record: (fact) => context.record(fact) });
    const ending = await drive(machine, probe, stoppable(run, randomly(context.seed)), () => context.nowUs());
    if (ending === 'finished') tellResult(context, instance, machine.model.words, 'model');
    else if (ending === 'deadlock') {
      const value = describeDeadlock(machine, actors);
      tellOutcome(context, 1, { value, expected: false }, 'model');
    }
    return ending;
  });
}

/** Many of them, each with a seed of its own; nothing is recorded but what each came to. */
export function runBatchModel(run: ThreadRun, runs: number): Promise<Ending> {
  const { context } = run;
  return withModel<Ending>(run, false, async (instance) => {
    for (let number = 1; number <= runs; number++) {
      const machine = new VirtualMachine(instance);
      const ending = await runUnrecorded(machine, stoppable(run, randomly(context.seed + number)));
      if (ending === 'stopped') return 'stopped';
      tellOutcome(context, number, outcomeOf(instance, machine, ending), 'model');
      await letOthersGo();
    }
    return 'finished';
  });
}

function outcomeOf(instance: ProgramInstance, machine: VirtualMachine, ending: Ending) {
  return ending === 'deadlock' ? { value: 'deadlock', expected: false } : instance.outcome(machine.model.words);
}

async function runUnrecorded(machine: VirtualMachine, choose: Strategy): Promise<Ending> {
  for (let last: number | undefined; ; ) {
    const bits = machine.enabledThreads();
    if (bits === 0 || machine.isOver()) return machine.isOver() ? 'finished' : 'deadlock';
    const ready = machine.threadNumbers.map((_, thread) => thread).filter((thread) => (bits >> thread) & 1);
    const choice = choose({ ready, last });
    last = choice instanceof Promise ? await choice : choice;
    if (last === undefined) return 'stopped';
    machine.advance(last);
  }
}

/** Gives up when the run is stopped, and lets others have their turn now and then, or nobody could stop it. */
function stoppable({ context }: ThreadRun, choose: Strategy): Strategy {
  let operations = 0;
  const goOn: Strategy = (situation) => (context.signal.aborted ? undefined : choose(situation));
  return (situation) => (++operations % PATIENCE === 0 ? letOthersGo().then(() => goOn(situation)) : goOn(situation));
}

import { hasSharedMemory } from '#platform';
import { choicesOf, describeDeadlock, drive, type Ending } from '../drive.ts';
import { GatedMachine } from '../gate/gated-machine.ts';
import { turnsOf } from '../gate/turns-of.ts';
import type { ProgramInstance } from '../program.ts';
import { ThreadProbe } from '../thread-probe.ts';
import { replay, type Situation } from '../virtual/strategy.ts';
import { type StepMachine, VirtualMachine } from '../virtual/virtual-machine.ts';
import { tellOutcome, tellResult } from './telling.ts';
import type { ThreadRun } from './thread-run.ts';
import { withCrew } from './with-crew.ts';
import { withModel } from './with-model.ts';

/** First the schedule is replayed from memory, then the learner lets one thread go at a time. */
export function runSteppedMode(run: ThreadRun): Promise<Ending> {
  return hasSharedMemory() ? stepRealThreads(run) : stepModel(run);
}

/** Real threads at their gates. */
function stepRealThreads(run: ThreadRun): Promise<Ending> {
  return withCrew<Ending>(run, { gated: true, lines: true }, async (crew) => {
    const machine = await GatedMachine.begin(crew, turnsOf(crew.instance, run.context.schedule));
    const ending = await stepThrough(run, crew.instance, machine, 'program', () => crew.state());
    await machine.abort();
    return ending;
  });
}

/** The same on the virtual machine, which says of everything that it is a model. */
function stepModel(run: ThreadRun): Promise<Ending> {
  return withModel(run, true, (instance) => {
    const machine = new VirtualMachine(instance);
    return stepThrough(run, instance, machine, 'model', () => machine.model.words);
  });
}

async function stepThrough(
  { context }: ThreadRun,
  instance: ProgramInstance,
  machine: StepMachine,
  source: 'program' | 'model',
  stateAtEnd: () => Int32Array,
): Promise<Ending> {
  const { spawned, threadNumbers } = instance;
  const actors = instance.threads.map(({ actor }) => actor);
  const probe = new ThreadProbe({ actors, spawned, source, record: (fact) => context.record(fact) });

  async function askLearner({ ready }: Situation): Promise<number> {
    for (;;) {
      context.offer(choicesOf(machine, actors));
      const thread = threadNumbers.indexOf(await context.nextStep());
      if (ready.includes(thread)) return thread;
    }
  }

  const ending = await drive(machine, probe, replay(context.schedule, threadNumbers, askLearner), () =>
    context.nowUs(),
  );
  context.offer([]);
  if (ending === 'finished') tellResult(context, instance, stateAtEnd(), source);
  else {
    const value = describeDeadlock(machine, actors);
    tellOutcome(context, 1, { value, expected: false }, source === 'model' ? source : 'derived');
  }
  return ending;
}

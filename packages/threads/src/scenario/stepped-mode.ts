import { choicesOf, describeDeadlock, drive, type Ending } from '../drive.ts';
import { GatedMachine } from '../gate/gated-machine.ts';
import { turnsOf } from '../gate/turns-of.ts';
import { ThreadProbe } from '../thread-probe.ts';
import { replay, type Situation } from '../virtual/strategy.ts';
import { tellOutcome, tellResult } from './telling.ts';
import type { ThreadRun } from './thread-run.ts';
import { withCrew } from './with-crew.ts';

/** Real threads at their gates: first they replay the schedule from memory, then the learner lets one go at a time. */
export function runSteppedMode(run: ThreadRun): Promise<Ending> {
  const { context } = run;
  return withCrew<Ending>(run, { gated: true, lines: true }, async (crew) => {
    const { actors } = crew;
    const { spawned, threadNumbers } = crew.instance;
    const probe = new ThreadProbe({ actors, spawned, source: 'program', record: (fact) => context.record(fact) });
    const machine = await GatedMachine.begin(crew, turnsOf(crew.instance, context.schedule));

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
    if (ending === 'finished') tellResult(context, crew.instance, crew.state());
    else {
      const value = describeDeadlock(machine, actors);
      tellOutcome(context, 1, { value, expected: false }, 'derived');
    }
    await machine.abort();
    return ending;
  });
}

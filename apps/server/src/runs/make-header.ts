import type { Lab } from '@lockstep/lab';
import { type Actor, FORMAT_VERSION, type Header, type Reality } from '@lockstep/trace';
import { describeMachine } from '../machine.ts';
import type { RunPlan } from './run-contract.ts';

/** The first line of the recording of a run that began at `startedAt`. */
export function makeHeader(lab: Lab, plan: RunPlan, reality: Reality, startedAt: Date): Header {
  return {
    format: 'lockstep',
    version: FORMAT_VERSION,
    run: plan.id,
    lab: lab.id,
    mode: plan.mode,
    knobs: plan.knobs,
    seed: plan.seed,
    ...(plan.schedule.length > 0 ? { schedule: plan.schedule } : {}),
    actors: lab.actors(plan.knobs, plan.mode).map((actor) => withRealAddress(actor, reality)),
    reality,
    machine: describeMachine(),
    startedAt: startedAt.toISOString(),
  };
}

function withRealAddress(actor: Actor, { addresses }: Reality): Actor {
  const address = actor.host === undefined ? undefined : addresses?.[actor.host];
  return address === undefined ? actor : { ...actor, address };
}

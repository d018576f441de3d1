import {
  type Actor,
  FORMAT_VERSION,
  type Header,
  type KnobValues,
  type Machine,
  type Mode,
  type Reality,
} from '@lockstep/trace';
import type { Lab } from '../lab.ts';

/** What a header tells of how a run was to be made. */
export interface PlannedRun {
  readonly id: string;
  readonly mode: Mode;
  readonly knobs: KnobValues;
  readonly seed: number;
  readonly schedule: readonly number[];
}

/** The first line of the recording of a run that began at `startedAt`, on `machine`. */
export function makeHeader(lab: Lab, plan: PlannedRun, reality: Reality, machine: Machine, startedAt: Date): Header {
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
    machine,
    startedAt: startedAt.toISOString(),
  };
}

function withRealAddress(actor: Actor, { addresses }: Reality): Actor {
  const address = actor.host === undefined ? undefined : addresses?.[actor.host];
  return address === undefined ? actor : { ...actor, address };
}

import { networkActors } from '@lockstep/lab';
import type { Actor, KnobValues } from '@lockstep/trace';

/** `client1`, `client2`, …: as many as the knob says. */
export function clientsOf(knobs: KnobValues): readonly string[] {
  return Array.from({ length: Number(knobs['clients']) }, (_, index) => `client${index + 1}`);
}

export function actorsOf(knobs: KnobValues): readonly Actor[] {
  return networkActors([...clientsOf(knobs).map((name) => ({ name, program: 'client' })), { name: 'server' }]);
}

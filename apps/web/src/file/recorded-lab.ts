import type { Lab } from '@lockstep/lab';

/** A lab of which only a recording is here: it has no ways to run, so that nothing offers one. */
export function recordedLab(lab: Lab): Lab {
  return { ...lab, modes: [], knobs: lab.knobs.filter(({ kind }) => kind !== 'rules') };
}

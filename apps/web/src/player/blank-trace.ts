import { initialKnobs, type Lab } from '@lockstep/lab';
import { createTrace, FORMAT_VERSION, type Trace } from '@lockstep/trace';

const blanks = new WeakMap<Lab, Trace>();

/** A run in which nothing will happen: it lets the program of a lab be read before anything has run. */
export function blankTrace(lab: Lab): Trace {
  const knobs = initialKnobs(lab.knobs);
  const [mode = 'free'] = lab.modes;
  const blank =
    blanks.get(lab) ??
    createTrace({
      format: 'lockstep',
      version: FORMAT_VERSION,
      run: 'none',
      lab: lab.id,
      mode,
      knobs,
      seed: 0,
      actors: lab.actors(knobs, mode),
      reality: { parts: [] },
      machine: { platform: '', kernel: '', node: '', cores: 0 },
      startedAt: '',
    });
  blanks.set(lab, blank);
  return blank;
}

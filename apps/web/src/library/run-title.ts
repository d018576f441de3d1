import type { LibraryRun, Text } from '@lockstep/lab';
import { labWith } from '../labs/labs.ts';
import { shortRun } from '../summary/short-run.ts';

/** How the lab of a run is called; its id where it is not one of ours. */
export function labTitle({ lab, run }: Pick<LibraryRun, 'lab' | 'run'>, say: (text: Text) => string): string {
  const known = labWith(lab);
  if (known) return say(known.title);
  return lab === '' ? shortRun(run) : lab;
}

/** How a run is called: by its own name, or else as its lab. */
export function runTitle(run: LibraryRun, say: (text: Text) => string): string {
  return run.name === '' ? labTitle(run, say) : run.name;
}

/** Where a run opens, at a step or at its first. */
export function runLink({ lab, run }: Pick<LibraryRun, 'lab' | 'run'>, step?: number): string {
  return `/labs/${lab}?run=${run}${step === undefined ? '' : `&step=${step}`}`;
}

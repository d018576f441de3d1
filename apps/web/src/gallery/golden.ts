import type { Lab } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { type Listings, loadListings } from '../labs/labs.ts';
import { fetchGolden } from '../live/server-pages.ts';

/** A golden recording of a lab, and the program that ran. */
export interface Golden {
  readonly lab: Lab;
  readonly trace: Trace;
  readonly program: Listings;
}

/** All recordings of these labs, in their order. What cannot be had is left out: a lab may not be recorded yet. */
export async function loadGoldens(labs: readonly Lab[]): Promise<readonly Golden[]> {
  return (await Promise.all(labs.map(loadGoldensOf))).flat();
}

async function loadGoldensOf(lab: Lab): Promise<readonly Golden[]> {
  try {
    const program = await loadListings(lab);
    const traces = await Promise.all(lab.golden.map(({ mode }) => fetchGolden(lab.id, mode)));
    return traces.flatMap((trace) => (trace ? [{ lab, trace, program }] : []));
  } catch (error) {
    console.error(error);
    return [];
  }
}

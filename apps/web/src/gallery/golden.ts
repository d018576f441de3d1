import type { Lab, Text } from '@lockstep/lab';
import { stories } from '@lockstep/stage';
import type { Trace } from '@lockstep/trace';
import { type Listings, loadListings } from '../labs/lab-parts.ts';
import { fetchGolden } from '../live/server-pages.ts';

/** A golden recording of a lab, the program that ran, and what of it there is to look at. */
export interface Golden {
  readonly lab: Lab;
  readonly trace: Trace;
  readonly program: Listings;
  /** The stories that have something to show of it. */
  readonly stories: ReadonlySet<string>;
  /** In the order of the run, with its end. */
  readonly moments: readonly GoldenMoment[];
}

interface GoldenMoment {
  readonly id: string;
  /** Undefined: the end of the run. */
  readonly title: Text | undefined;
  readonly cursor: number;
}

/** The recordings of one lab; a mode that is not recorded yet is left out. Rejects when they cannot be had. */
export async function loadGoldens(lab: Lab): Promise<readonly Golden[]> {
  const program = await loadListings(lab);
  const traces = await Promise.all(lab.golden.map(({ mode }) => fetchGolden(lab.id, mode)));
  return traces.flatMap((trace) => (trace ? [goldenOf(lab, trace, program)] : []));
}

function goldenOf(lab: Lab, trace: Trace, program: Listings): Golden {
  const shown = stories.filter((story) => story.shows(trace));
  return { lab, trace, program, stories: new Set(shown.map(({ id }) => id)), moments: momentsOf(lab, trace) };
}

function momentsOf(lab: Lab, trace: Trace): readonly GoldenMoment[] {
  const named = lab.moments.flatMap((moment) => {
    const seq = moment.find(trace);
    return seq === undefined ? [] : [{ id: moment.id, title: moment.label, cursor: seq + 1 }];
  });
  return [...named.sort((a, b) => a.cursor - b.cursor), { id: 'end', title: undefined, cursor: trace.length }];
}

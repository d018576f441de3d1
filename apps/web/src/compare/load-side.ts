import { loadLab } from '../labs/lab-parts.ts';
import { fetchGolden, fetchRecording } from '../live/server-pages.ts';
import type { Bench } from '../player/bench.ts';
import { createBench } from '../player/create-bench.ts';
import { reopen } from '../player/open-place.ts';
import type { RunRef } from './compare-address.ts';

/** Why a side is empty: nobody said which run; it is not kept; its lab is not here; nobody answers. */
export type Absence = 'not-named' | 'unknown-run' | 'unknown-lab' | 'unreachable';

/** A player with one run on it, from its first step; no question stands before it. */
export async function loadSide(ref: RunRef | undefined, lab: string | undefined): Promise<Bench | Absence> {
  if (!ref || (ref.kind === 'golden' && lab === undefined)) return 'not-named';
  try {
    const trace = await (ref.kind === 'run' ? fetchRecording(ref.run) : fetchGolden(lab ?? '', ref.mode));
    if (!trace) return 'unknown-run';
    const found = await loadLab(trace.header.lab);
    if (!found) return 'unknown-lab';
    const bench = createBench(found);
    const place = ref.kind === 'run' ? { run: ref.run } : { mode: ref.mode };
    await reopen(bench, { ...place, step: 0, knobs: {}, spacing: 'logical', relative: true });
    return bench.player.store.getState().trace ? bench : 'unknown-run';
  } catch (error) {
    console.error(error);
    return 'unreachable';
  }
}

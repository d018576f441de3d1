import type { Access } from '@lockstep/trace';
import type { FloorPlan, TrackPlace } from './floor-plan.ts';
import { changesBefore } from './tracks.ts';
import { type ValueScale, valueScale } from './value-scale.ts';

/** A shared value that is drawn: where, how high, and what happened to it until the cursor. */
export interface ValueTrackOf {
  readonly place: TrackPlace;
  readonly scale: ValueScale;
  readonly history: readonly Access[];
  readonly initial: number;
}

export function valueTracksOf(
  plan: FloorPlan,
  histories: ReadonlyMap<string, readonly Access[]>,
  cursor: number,
  showFuture: boolean,
): readonly ValueTrackOf[] {
  return plan.tracks
    .filter(({ track }) => track.kind === 'value')
    .map((place) => {
      const all = histories.get(place.track.name) ?? [];
      const history = all.slice(0, changesBefore(all, cursor));
      const initial = all[0]?.before ?? 0;
      const scale = valueScale(showFuture ? all : history, initial, place.top + 4, place.bottom - 4);
      return { place, scale, history, initial };
    });
}

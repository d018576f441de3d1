import type { FloorPlan, TrackPlace } from './floor-plan.ts';
import type { Score } from './score.ts';
import { changesBefore } from './tracks.ts';
import { pastAt, type ValueAccess, type ValuePast, type ValueStory } from './value-reader.ts';
import { type ValueScale, valueScale } from './value-scale.ts';

/** A shared value that is drawn: where, how high, and what happened to it until the cursor. */
export interface ValueTrackOf {
  readonly place: TrackPlace;
  readonly scale: ValueScale;
  /** Those before the cursor, as far back as the score goes. */
  readonly history: readonly ValueAccess[];
  /** The value before them. */
  readonly initial: number;
  /** What happened to it last. */
  readonly past: ValuePast;
}

/**
 * @param here the values where the cursor is
 * @param whole the values of all of the run
 */
export function valueTracksOf(
  plan: FloorPlan,
  here: Score['values'],
  whole: Score['values'],
  cursor: number,
  showFuture: boolean,
): readonly ValueTrackOf[] {
  return plan.tracks
    .filter(({ track }) => track.kind === 'value')
    .map((place) => {
      const { name } = place.track;
      const all = whole.get(name) ?? NONE;
      const story = here.get(name) ?? NONE;
      const past = pastAt(story, cursor);
      const range = showFuture ? pastAt(all, Number.POSITIVE_INFINITY).last : past.last;
      return {
        place,
        past,
        scale: valueScale(
          range ?? { low: all.initial, high: all.initial },
          all.initial,
          place.top + 4,
          place.bottom - 4,
        ),
        history: story.accesses.slice(0, changesBefore(story.accesses, cursor)),
        initial: story.past.written?.value ?? all.initial,
      };
    });
}

const NONE: ValueStory = { name: '', initial: 0, past: {}, accesses: [] };

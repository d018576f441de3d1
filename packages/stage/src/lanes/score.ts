// All that a stretch of a run's lanes and tracks has in it, read in one pass, as a score is laid out before it is printed.
import type { Trace, TraceEvent } from '@lockstep/trace';
import { type KeptLanes, LaneReader, type LaneStates } from './lane-states.ts';
import { type KeptTracks, type Track, TrackReader } from './tracks.ts';
import { type KeptValues, ValueReader, type ValueStory } from './value-reader.ts';

export interface Score {
  readonly lanes: ReadonlyMap<string, LaneStates>;
  readonly tracks: readonly Track[];
  readonly values: ReadonlyMap<string, ValueStory>;
}

/** All that is known at a place, to go on from there. */
export interface Kept {
  readonly seq: number;
  readonly lanes: KeptLanes;
  readonly tracks: KeptTracks;
  readonly values: KeptValues;
}

/** Reads events in order, from the start or from what was kept at a place. */
export class ScoreReader {
  readonly #tracks: TrackReader;
  readonly #lanes: LaneReader;
  readonly #values: ValueReader;

  constructor(trace: Trace, kept?: Kept) {
    this.#tracks = new TrackReader(kept?.tracks);
    this.#lanes = new LaneReader(trace, this.#tracks, kept?.lanes);
    this.#values = new ValueReader(kept?.values);
  }

  see(event: TraceEvent): void {
    this.#lanes.see(event);
    this.#tracks.see(event);
    this.#values.see(event);
  }

  score(): Score {
    return { lanes: this.#lanes.lanes, tracks: this.#tracks.tracks, values: this.#values.values };
  }

  keep(seq: number): Kept {
    return { seq, lanes: this.#lanes.keep(), tracks: this.#tracks.keep(), values: this.#values.keep() };
  }
}

/** Of the first `length` events. */
export function scoreOf(trace: Trace, length: number): Score {
  const reader = new ScoreReader(trace);
  for (let seq = 0; seq < length; seq++) reader.see(trace.event(seq));
  return reader.score();
}

// All that a run's lanes and tracks have in them, read in one pass, as a score is laid out before it is printed.
import type { Trace } from '@lockstep/trace';
import { LaneReader, type LaneStates } from './lane-states.ts';
import { type Track, TrackReader } from './tracks.ts';

export interface Score {
  readonly lanes: ReadonlyMap<string, LaneStates>;
  readonly tracks: readonly Track[];
}

/** Of the first `length` events. */
export function scoreOf(trace: Trace, length: number): Score {
  const tracks = new TrackReader();
  const lanes = new LaneReader(trace, tracks);
  for (let seq = 0; seq < length; seq++) {
    const event = trace.event(seq);
    lanes.see(event);
    tracks.see(event);
  }
  return { lanes: lanes.lanes, tracks: tracks.tracks };
}

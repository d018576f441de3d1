// How a lane goes on between its operations: ready, waiting for something, asleep, or over.
import type { Trace } from '@lockstep/trace';

export interface Stretch {
  readonly state: 'waiting' | 'sleeping';
  /** What it waits for, or how long it sleeps. */
  readonly on: string;
  readonly holder?: string;
  readonly from: number;
  /** The `seq` that ended it; undefined: still so. */
  to?: number;
}

export interface LaneStates {
  /** First and last event of the actor; between them it is ready unless a stretch says otherwise. */
  readonly from: number;
  readonly finished?: number;
  readonly stretches: readonly Stretch[];
}

/** The lanes of all actors of the first `length` events. */
export function laneStatesOf(trace: Trace, length: number): ReadonlyMap<string, LaneStates> {
  const lanes = new Map<string, { from: number; finished?: number; stretches: Stretch[] }>();
  for (let seq = 0; seq < length; seq++) {
    const kind = trace.kindAt(seq);
    const actor = trace.actorAt(seq);
    let lane = lanes.get(actor);
    if (!lane) {
      lane = { from: seq, stretches: [] };
      lanes.set(actor, lane);
    }
    const open = lane.stretches.at(-1);
    if (open && open.to === undefined) open.to = seq;
    if (kind === 'thread.finished') lane.finished = seq;
    if (kind !== 'thread.blocked' && kind !== 'thread.slept') continue;
    const event = trace.event(seq);
    if (event.kind === 'thread.blocked')
      lane.stretches.push({
        state: 'waiting',
        on: event.on,
        from: seq,
        ...(event.holder === undefined ? {} : { holder: event.holder }),
      });
    else if (event.kind === 'thread.slept') lane.stretches.push({ state: 'sleeping', on: `${event.ms} ms`, from: seq });
  }
  return lanes;
}

/** A lock in one thread's hands. */
export interface Holding {
  readonly lock: string;
  readonly holder: string;
  readonly from: number;
  to?: number;
}

export function holdingsOf(trace: Trace, length: number): readonly Holding[] {
  const holdings: Holding[] = [];
  for (let seq = 0; seq < length; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'lock.acquired' && kind !== 'lock.released') continue;
    const event = trace.event(seq);
    if (event.kind === 'lock.acquired') holdings.push({ lock: event.lock, holder: event.actor, from: seq });
    else if (event.kind === 'lock.released') {
      const open = holdings.findLast((one) => one.lock === event.lock && one.to === undefined);
      if (open) open.to = seq;
    }
  }
  return holdings;
}

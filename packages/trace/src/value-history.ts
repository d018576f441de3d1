import { type Access, AccessLog } from './access-log.ts';
import type { Model } from './model.ts';

/** All that happened to the shared values, by name. */
export interface ValueHistory {
  /** In order. The lists are made when they are first looked at: of a long run, ask for less if less will do. */
  readonly values: ReadonlyMap<string, readonly Access[]>;
}

/** As much of a log as has happened. */
class History implements ValueHistory {
  readonly log: AccessLog;
  readonly length: number;
  #values: ReadonlyMap<string, readonly Access[]> | undefined;

  constructor(log: AccessLog, length: number) {
    this.log = log;
    this.length = length;
  }

  get values(): ReadonlyMap<string, readonly Access[]> {
    this.#values ??= this.log.byName(this.length);
    return this.#values;
  }
}

/**
 * Folds reads and writes into histories and finds lost updates: a write that is based on a read older than another
 * thread's write (the anomaly P4 of Berenson et al., "A Critique of ANSI SQL Isolation Levels", 1995).
 */
export const valueHistory: Model<ValueHistory> = {
  kinds: new Set(['value.read', 'value.written', 'value.added']),
  initial: () => new History(new AccessLog(), 0),
  apply(state, event) {
    if (event.kind !== 'value.read' && event.kind !== 'value.written' && event.kind !== 'value.added') return state;
    const { log, length } = state as History;
    // A state is a reading of events in their order: whoever tells another story from here on gets a log of its own.
    const isAnother = length < log.length && !log.isAt(length, event);
    const own = isAnother ? log.copy(length) : log;
    if (own.length === length) own.add(event);
    return new History(own, length + 1);
  },
};

/** Every write of the trace so far at which an update was lost, in order. */
export function lostUpdates(history: ValueHistory): readonly Access[] {
  const { log, length } = history as History;
  return log.losses(length);
}

/** The access that the event `seq` tells of; undefined when there is none so far. */
export function accessAt(history: ValueHistory, seq: number): Access | undefined {
  const { log, length } = history as History;
  const place = log.placeOf(seq, length);
  return place === undefined ? undefined : log.access(place);
}

import type { TraceEvent } from './event.ts';
import type { Model } from './model.ts';

/** One access to a shared value. */
export interface Access {
  readonly seq: number;
  readonly actor: string;
  readonly act: 'read' | 'written' | 'added';
  /** The value read, or the value after the write. */
  readonly value: number;
  /** The value in memory before a write. */
  readonly before: number;
  /** For a write: the `seq` of the same actor's read that it is based on. */
  readonly basis?: number;
  /**
   * For a write: the writes by others since its basis, which it overwrites unseen. Not empty: updates are lost here.
   */
  readonly overwrites: readonly number[];
}

/** All that happened to the shared values, by name. */
export interface ValueHistory {
  readonly values: ReadonlyMap<string, readonly Access[]>;
}

/**
 * Folds reads and writes into histories and finds lost updates: a write that is based on a read older than another
 * thread's write (the anomaly P4 of Berenson et al., "A Critique of ANSI SQL Isolation Levels", 1995).
 */
export const valueHistory: Model<ValueHistory> = {
  initial: () => ({ values: new Map() }),
  apply(state, event) {
    const access = accessOf(state, event);
    if (!access) return state;
    const values = new Map(state.values);
    values.set(access.name, [...(values.get(access.name) ?? []), access.access]);
    return { values };
  },
};

/** Every write of the trace so far at which an update was lost, in order. */
export function lostUpdates(history: ValueHistory): readonly Access[] {
  return [...history.values.values()].flat().filter((access) => access.overwrites.length > 0);
}

function accessOf(state: ValueHistory, event: TraceEvent): { name: string; access: Access } | undefined {
  switch (event.kind) {
    case 'value.read':
      return {
        name: event.name,
        access: { ...base(event), act: 'read', value: event.value, before: event.value, overwrites: [] },
      };
    case 'value.added':
      return {
        name: event.name,
        access: { ...base(event), act: 'added', value: event.value, before: event.before, overwrites: [] },
      };
    case 'value.written': {
      const past = state.values.get(event.name) ?? [];
      const basis = past.findLast((access) => access.actor === event.actor && access.act === 'read');
      const overwrites = basis
        ? past.filter((a) => a.seq > basis.seq && a.actor !== event.actor && a.act !== 'read').map((a) => a.seq)
        : [];
      return {
        name: event.name,
        access: {
          ...base(event),
          act: 'written',
          value: event.value,
          before: event.before,
          ...(basis ? { basis: basis.seq } : {}),
          overwrites,
        },
      };
    }
    default:
      return undefined;
  }
}

function base(event: TraceEvent): { seq: number; actor: string } {
  return { seq: event.seq, actor: event.actor };
}

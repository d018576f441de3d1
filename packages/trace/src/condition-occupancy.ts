// A condition is two rooms: the line of those who wait to be notified, and the one place of its lock. Who is notified
// leaves the line and stands before the lock like everybody else.
// https://docs.python.org/3/library/threading.html#condition-objects
import type { EventOf } from './event.ts';
import { type List, withItem } from './list.ts';
import type { Occupancies, Occupant } from './occupancy.ts';

/** A Condition at a cursor. */
export interface ConditionOccupancy {
  readonly kind: 'condition';
  readonly name: string;
  /** Its lock, once somebody who lined up has given it back. */
  readonly lock?: string;
  /** In the order of coming. */
  readonly line: readonly Occupant[];
  /** Notified, or out of time, and not yet in possession of the lock again. */
  readonly called: readonly Occupant[];
  /** Notifies that met an empty line: lost. */
  readonly unheard: List<Occupant>;
}

export function afterConditionEvent(
  before: ConditionOccupancy | undefined,
  event: EventOf<'condition.waited' | 'condition.notified' | 'condition.woken'>,
): ConditionOccupancy {
  const { actor, seq } = event;
  const state = before ?? { kind: 'condition', name: event.condition, line: [], called: [], unheard: [] };
  const occupant = { actor, since: seq };
  switch (event.kind) {
    case 'condition.waited':
      return { ...state, line: [...state.line, occupant] };
    case 'condition.notified': {
      const woken = event.woken === '' ? [] : event.woken.split(',');
      if (woken.length === 0) return { ...state, unheard: withItem(state.unheard, occupant) };
      return {
        ...state,
        line: state.line.filter((one) => !woken.includes(one.actor)),
        called: [...state.called, ...woken.map((one) => ({ actor: one, since: seq }))],
      };
    }
    case 'condition.woken': {
      if (state.called.some((one) => one.actor === actor)) return state;
      return {
        ...state,
        line: state.line.filter((one) => one.actor !== actor),
        called: [...state.called, occupant],
      };
    }
  }
}

/** A condition learns its lock from the first who gives it back in `wait()`, and lets go who has taken it again. */
export function afterLockOfCondition(
  state: Occupancies,
  { kind, lock, actor }: EventOf<'lock.acquired' | 'lock.released'>,
): Occupancies {
  let after = state;
  for (const one of state.values()) {
    if (one.kind !== 'condition') continue;
    if (kind === 'lock.released' && one.lock === undefined && one.line.some((waiter) => waiter.actor === actor))
      after = new Map(after).set(one.name, { ...one, lock });
    else if (kind === 'lock.acquired' && one.lock === lock && one.called.some((waiter) => waiter.actor === actor))
      after = new Map(after).set(one.name, { ...one, called: one.called.filter((waiter) => waiter.actor !== actor) });
  }
  return after;
}

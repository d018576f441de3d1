// Who is inside a synchronization object: the places of a semaphore, a lock and a barrier, those who passed an event,
// the line of a condition. Who stands outside is told by the threads themselves (thread-standings.ts).
import { afterBarrierEvent, afterBarrierFailure, type BarrierOccupancy } from './barrier-occupancy.ts';
import { afterConditionEvent, afterLockOfCondition, type ConditionOccupancy } from './condition-occupancy.ts';
import type { EventOf, TraceEvent } from './event.ts';
import type { Model } from './model.ts';

/** A thread, and the `seq` of the event that put it where it is. */
export interface Occupant {
  readonly actor: string;
  readonly since: number;
}

/**
 * A semaphore as places: nobody owns a unit in Python, but who took one and has not given one back stands in it.
 */
export interface SemaphoreOccupancy {
  readonly kind: 'semaphore';
  readonly name: string;
  /** Units at first, as the first event tells. */
  readonly initial: number;
  readonly value: number;
  /** By place; a place that was left is free for the next. */
  readonly places: readonly (Occupant | undefined)[];
}

/** A Lock or an RLock: one place. */
export interface LockOccupancy {
  readonly kind: 'lock';
  readonly name: string;
  readonly holder?: Occupant;
  /** How many times the holder has it; only told of reentrant locks. */
  readonly depth?: number;
}

/** An Event: a gate. */
export interface EventOccupancy {
  readonly kind: 'event';
  readonly name: string;
  readonly isSet: boolean;
  /** Since when it is so; undefined: from the beginning. */
  readonly since?: Occupant;
  /** Who got through since it was last set or cleared, and who went on because the time ran out. */
  readonly passed: readonly Occupant[];
  readonly gaveUp: readonly Occupant[];
}

export type Occupancy = SemaphoreOccupancy | LockOccupancy | EventOccupancy | BarrierOccupancy | ConditionOccupancy;

/** All objects by name, in the order of their first event. */
export type Occupancies = ReadonlyMap<string, Occupancy>;

/** Folds the events of semaphores, locks, events, barriers and conditions. */
export const occupancies: Model<Occupancies> = {
  kinds: new Set([
    'semaphore.acquired',
    'semaphore.released',
    'semaphore.refused',
    'lock.requested',
    'lock.acquired',
    'lock.released',
    'lock.refused',
    'event.set',
    'event.cleared',
    'event.read',
    'event.waited',
    'barrier.arrived',
    'barrier.opened',
    'barrier.passed',
    'barrier.broken',
    'barrier.reset',
    'condition.waited',
    'condition.notified',
    'condition.woken',
    'operation.failed',
  ]),
  initial: () => new Map(),
  apply(state, event) {
    switch (event.kind) {
      case 'semaphore.acquired':
      case 'semaphore.released':
      case 'semaphore.refused':
        return put(state, afterSemaphoreEvent(of(state, event.semaphore, 'semaphore'), event));
      case 'lock.requested':
      case 'lock.refused':
        return state.has(event.lock) ? state : put(state, { kind: 'lock', name: event.lock });
      case 'lock.acquired':
      case 'lock.released':
        return afterLockOfCondition(put(state, afterLockEvent(of(state, event.lock, 'lock'), event)), event);
      case 'event.set':
      case 'event.cleared':
      case 'event.read':
      case 'event.waited':
        return put(state, afterEventEvent(of(state, event.event, 'event'), event));
      case 'barrier.arrived':
      case 'barrier.opened':
      case 'barrier.passed':
      case 'barrier.broken':
      case 'barrier.reset':
        return put(state, afterBarrierEvent(of(state, event.barrier, 'barrier'), event));
      case 'condition.waited':
      case 'condition.notified':
      case 'condition.woken':
        return put(state, afterConditionEvent(of(state, event.condition, 'condition'), event));
      case 'operation.failed':
        return afterFailure(state, event);
      default:
        return state;
    }
  },
};

/** Is this event about this object? */
export function isAbout(event: TraceEvent, name: string): boolean {
  if ('semaphore' in event) return event.semaphore === name;
  if ('lock' in event) return event.lock === name;
  if ('event' in event) return event.event === name;
  if ('barrier' in event) return event.barrier === name;
  if ('condition' in event) return event.condition === name;
  if (event.kind === 'thread.blocked' || event.kind === 'thread.unblocked') return event.on === name;
  return event.kind === 'operation.failed' && ` ${event.operation} `.includes(` ${name} `);
}

function put(state: Occupancies, one: Occupancy): Occupancies {
  return new Map(state).set(one.name, one);
}

function of<K extends Occupancy['kind']>(
  state: Occupancies,
  name: string,
  kind: K,
): Extract<Occupancy, { kind: K }> | undefined {
  const found = state.get(name);
  return found?.kind === kind ? (found as Extract<Occupancy, { kind: K }>) : undefined;
}

function afterSemaphoreEvent(
  before: SemaphoreOccupancy | undefined,
  event: EventOf<'semaphore.acquired' | 'semaphore.released' | 'semaphore.refused'>,
): SemaphoreOccupancy {
  const { semaphore: name, actor, seq, kind } = event;
  switch (kind) {
    case 'semaphore.refused':
      return before ?? { kind: 'semaphore', name, initial: 0, value: 0, places: [] };
    case 'semaphore.acquired': {
      const { initial, places } = before ?? { initial: event.value + 1, places: [] };
      return { kind: 'semaphore', name, initial, value: event.value, places: parked(places, { actor, since: seq }) };
    }
    case 'semaphore.released': {
      const { initial, value, places } = before ?? { initial: event.value - 1, value: event.value - 1, places: [] };
      return { kind: 'semaphore', name, initial, value: event.value, places: left(places, actor, event.value - value) };
    }
  }
}

function parked(places: SemaphoreOccupancy['places'], occupant: Occupant): SemaphoreOccupancy['places'] {
  const free = places.indexOf(undefined);
  return free < 0 ? [...places, occupant] : places.with(free, occupant);
}

function left(places: SemaphoreOccupancy['places'], actor: string, units: number): SemaphoreOccupancy['places'] {
  let rest = places;
  for (let unit = 0; unit < units; unit++) {
    const place = rest.findLastIndex((one) => one?.actor === actor);
    if (place < 0) return rest;
    rest = rest.with(place, undefined);
  }
  return rest;
}

function afterLockEvent(
  before: LockOccupancy | undefined,
  event: EventOf<'lock.acquired' | 'lock.released'>,
): LockOccupancy {
  const { lock: name, actor, seq, depth } = event;
  const isHeld = event.kind === 'lock.acquired' || (depth ?? 0) > 0;
  if (!isHeld) return { kind: 'lock', name };
  const holder = before?.holder?.actor === actor ? before.holder : { actor, since: seq };
  return { kind: 'lock', name, holder, ...(depth === undefined ? {} : { depth }) };
}

function afterEventEvent(
  before: EventOccupancy | undefined,
  event: EventOf<'event.set' | 'event.cleared' | 'event.read' | 'event.waited'>,
): EventOccupancy {
  const { event: name, actor, seq, kind } = event;
  const occupant = { actor, since: seq };
  const state = before ?? { kind: 'event', name, isSet: false, passed: [], gaveUp: [] };
  switch (kind) {
    case 'event.set':
    case 'event.cleared': {
      const isSet = kind === 'event.set';
      return state.isSet === isSet ? state : { ...state, isSet, since: occupant, passed: [], gaveUp: [] };
    }
    case 'event.read':
      return state;
    case 'event.waited': {
      const list = event.isSet ? 'passed' : 'gaveUp';
      return { ...state, [list]: [...state[list].filter((one) => one.actor !== actor), occupant] };
    }
  }
}

/** `BrokenBarrierError` also comes where nobody called `abort()`: when the time of one who waits ran out. */
function afterFailure(state: Occupancies, event: EventOf<'operation.failed'>): Occupancies {
  if (!event.error.startsWith('BrokenBarrierError')) return state;
  for (const one of state.values())
    if (one.kind === 'barrier' && isAbout(event, one.name)) return put(state, afterBarrierFailure(one, event));
  return state;
}

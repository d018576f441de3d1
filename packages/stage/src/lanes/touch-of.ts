// What an event does to a shared object, as a level: a lock's depth, what is left of a semaphore, who waits at a
// condition, the items of a queue. Ribbons and steps are drawn from levels alone.
import type { TraceEvent } from '@lockstep/trace';

export type TrackKind = 'value' | 'lock' | 'gil' | 'semaphore' | 'condition' | 'event' | 'barrier' | 'queue' | 'pool';

/** `take`: the thread gets something. `give`: it leaves something. `look`: it asks. `fail`: it got or gave nothing. */
export type Way = 'take' | 'give' | 'look' | 'fail';

export interface Touch {
  readonly kind: TrackKind;
  readonly name: string;
  readonly way: Way;
  /** The level after it; undefined: as before. */
  readonly level?: number;
  /** By how much it changed, where that tells the level before the first touch. */
  readonly by?: number;
}

/** Name of the track of the interpreter lock. */
export const GIL = 'GIL';

/** @param levelOf the level of an object just before. */
export function touchOf(event: TraceEvent, levelOf: (kind: TrackKind, name: string) => number): Touch | undefined {
  switch (event.kind) {
    case 'value.read':
      return { kind: 'value', name: event.name, way: 'look' };
    case 'value.written':
    case 'value.added':
      return { kind: 'value', name: event.name, way: 'give' };
    case 'lock.acquired':
      return { kind: 'lock', name: event.lock, way: 'take', level: event.depth ?? 1 };
    case 'lock.released':
      return { kind: 'lock', name: event.lock, way: 'give', level: event.depth ?? 0 };
    case 'lock.refused':
      return { kind: 'lock', name: event.lock, way: 'fail' };
    case 'gil.taken':
      return { kind: 'gil', name: GIL, way: 'take', level: 1 };
    case 'gil.dropped':
      return { kind: 'gil', name: GIL, way: 'give', level: 0 };
    case 'semaphore.acquired':
      return { kind: 'semaphore', name: event.semaphore, way: 'take', level: event.value, by: -1 };
    case 'semaphore.released':
      return { kind: 'semaphore', name: event.semaphore, way: 'give', level: event.value, by: 1 };
    case 'semaphore.refused':
      return { kind: 'semaphore', name: event.semaphore, way: 'fail' };
    case 'condition.waited':
      return { kind: 'condition', name: event.condition, way: 'give', level: event.waiters, by: 1 };
    case 'condition.notified':
      return {
        kind: 'condition',
        name: event.condition,
        way: event.woken === '' ? 'fail' : 'take',
        level: event.waiters,
        by: event.woken === '' ? 0 : -event.woken.split(',').length,
      };
    case 'condition.woken':
      return event.timedOut
        ? {
            kind: 'condition',
            name: event.condition,
            way: 'fail',
            level: Math.max(0, levelOf('condition', event.condition) - 1),
          }
        : { kind: 'condition', name: event.condition, way: 'look' };
    case 'event.set':
      return { kind: 'event', name: event.event, way: 'give', level: 1 };
    case 'event.cleared':
      return { kind: 'event', name: event.event, way: 'give', level: 0 };
    case 'event.read':
      return { kind: 'event', name: event.event, way: 'look', level: Number(event.isSet), by: 0 };
    case 'event.waited':
      return {
        kind: 'event',
        name: event.event,
        way: event.isSet ? 'look' : 'fail',
        level: Number(event.isSet),
        by: 0,
      };
    case 'barrier.arrived':
      return { kind: 'barrier', name: event.barrier, way: 'give', level: event.waiting, by: 1 };
    case 'barrier.passed':
      return {
        kind: 'barrier',
        name: event.barrier,
        way: 'take',
        level: Math.max(0, levelOf('barrier', event.barrier) - 1),
      };
    case 'barrier.opened':
      return { kind: 'barrier', name: event.barrier, way: 'look' };
    case 'barrier.broken':
      return { kind: 'barrier', name: event.barrier, way: 'fail', level: 0 };
    case 'barrier.reset':
      return { kind: 'barrier', name: event.barrier, way: 'give', level: 0 };
    case 'queue.put':
      return { kind: 'queue', name: event.queue, way: 'give', level: event.size, by: 1 };
    case 'queue.got':
      return { kind: 'queue', name: event.queue, way: 'take', level: event.size, by: -1 };
    case 'queue.measured':
    case 'queue.joined':
    case 'queue.task-done':
      return { kind: 'queue', name: event.queue, way: 'look' };
    case 'future.submitted':
      return { kind: 'pool', name: event.pool, way: 'give', level: levelOf('pool', event.pool) + 1 };
    default:
      return undefined;
  }
}

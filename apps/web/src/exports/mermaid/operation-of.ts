// What threads do to what they share, as messages to it and answers from it.
import type { TraceEvent } from '@lockstep/trace';

export interface Operation {
  readonly object: string;
  readonly text: string;
  /** The object answers, or hands something out. */
  readonly isAnswer?: boolean;
  readonly isRefused?: boolean;
  /** Whether it is held from here on, or no longer. */
  readonly holds?: boolean;
}

const GIL = 'GIL';

/** Undefined: the event is about nothing that is shared. */
export function operationOf(event: TraceEvent): Operation | undefined {
  switch (event.kind) {
    case 'lock.acquired':
      return { object: event.lock, text: 'acquire()', holds: true };
    case 'lock.released':
      return { object: event.lock, text: 'release()', ...((event.depth ?? 0) > 0 ? {} : { holds: false }) };
    case 'lock.refused':
      return { object: event.lock, text: 'acquire()', isRefused: true };
    case 'semaphore.acquired':
      return { object: event.semaphore, text: `acquire() → ${event.value}` };
    case 'semaphore.released':
      return { object: event.semaphore, text: `release() → ${event.value}` };
    case 'semaphore.refused':
      return { object: event.semaphore, text: 'acquire()', isRefused: true };
    case 'condition.waited':
      return { object: event.condition, text: 'wait()' };
    case 'condition.notified':
      return { object: event.condition, text: `notify() → ${event.woken}` };
    case 'condition.woken':
      return { object: event.condition, text: `wait() → ${!event.timedOut}`, isAnswer: true };
    case 'event.set':
      return { object: event.event, text: 'set()' };
    case 'event.cleared':
      return { object: event.event, text: 'clear()' };
    case 'event.read':
      return { object: event.event, text: `is_set() → ${event.isSet}`, isAnswer: true };
    case 'event.waited':
      return { object: event.event, text: `wait() → ${event.isSet}`, isAnswer: true };
    case 'barrier.arrived':
      return { object: event.barrier, text: `wait() ${event.waiting}/${event.parties}` };
    case 'barrier.passed':
      return { object: event.barrier, text: `wait() → ${event.index}`, isAnswer: true };
    case 'queue.put':
      return { object: event.queue, text: `put(${event.item})` };
    case 'queue.got':
      return { object: event.queue, text: `get() → ${event.item}`, isAnswer: true };
    case 'queue.measured':
      return { object: event.queue, text: `${event.asked} → ${event.answer}`, isAnswer: true };
    case 'queue.task-done':
      return { object: event.queue, text: 'task_done()' };
    case 'queue.joined':
      return { object: event.queue, text: 'join()', isAnswer: true };
    case 'future.submitted':
      return { object: event.pool, text: `submit() → ${event.future}` };
    case 'future.started':
      return { object: event.future, text: 'run', holds: true };
    case 'future.finished':
      return { object: event.future, text: `→ ${event.result}`, holds: false };
    case 'future.received':
      return { object: event.future, text: `result() → ${event.result}`, isAnswer: true };
    case 'future.cancelled':
      return { object: event.future, text: `cancel() → ${event.worked}` };
    case 'value.read':
      return { object: event.name, text: `→ ${event.value}`, isAnswer: true };
    case 'value.written':
      return { object: event.name, text: `= ${event.value}` };
    case 'value.added':
      return { object: event.name, text: `${event.before} → ${event.value}` };
    case 'gil.taken':
      return { object: GIL, text: 'take', holds: true };
    case 'gil.dropped':
      return { object: GIL, text: `drop (${event.reason})`, holds: false };
    default:
      return undefined;
  }
}

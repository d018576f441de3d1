// Semaphores, conditions, events, barriers, queues and thread pools, in English.
import type { Kind } from '@lockstep/trace';
import { type SentencesOf, start } from './teller.ts';

type SynchronizationKind = Extract<
  Kind,
  `${'semaphore' | 'condition' | 'event' | 'barrier' | 'queue' | 'future' | 'pool'}.${string}`
>;

export const synchronizationInEnglish: SentencesOf<SynchronizationKind> = {
  'semaphore.acquired': ({ actor, semaphore, value }, tell) =>
    `${start(tell.name(actor))} takes one of ${semaphore}; ${value} left.`,
  'semaphore.released': ({ actor, semaphore, value }, tell) =>
    `${start(tell.name(actor))} gives one back to ${semaphore}; ${value} there now.`,
  'semaphore.refused': ({ actor, semaphore, timeoutMs }, tell) =>
    `${start(tell.name(actor))} gets none of ${semaphore}${timeoutMs === undefined ? ' and goes on' : ` within ${timeoutMs} ms`}.`,

  'condition.waited': ({ actor, condition, waiters }, tell) =>
    `${start(tell.name(actor))} lines up to be notified of ${condition}: ${waiters} ${waiters === 1 ? 'waits' : 'wait'}.`,
  'condition.notified': ({ actor, condition, woken }, tell) =>
    woken === ''
      ? `${start(tell.name(actor))} notifies ${condition}, but nobody is waiting: the notify is lost.`
      : `${start(tell.name(actor))} notifies ${condition}: ${tell.names(woken)} may wake up.`,
  'condition.woken': ({ actor, condition, timedOut }, tell) =>
    timedOut
      ? `${start(tell.name(actor))} was not notified of ${condition} in time.`
      : `${start(tell.name(actor))} is woken and now needs the lock of ${condition} again.`,

  'event.set': ({ actor, event }, tell) => `${start(tell.name(actor))} sets ${event}: all who wait may go on.`,
  'event.cleared': ({ actor, event }, tell) => `${start(tell.name(actor))} clears ${event}: whoever comes now waits.`,
  'event.read': ({ actor, event, isSet }, tell) =>
    `${start(tell.name(actor))} asks: ${event} is ${isSet ? 'set' : 'not set'}.`,
  'event.waited': ({ actor, event, isSet }, tell) =>
    isSet
      ? `${start(tell.name(actor))} goes on: ${event} is set.`
      : `${start(tell.name(actor))} goes on although ${event} is not set: its time ran out.`,

  'barrier.arrived': ({ actor, barrier, waiting, parties }, tell) =>
    `${start(tell.name(actor))} comes to ${barrier} as ${waiting} of ${parties}.`,
  'barrier.opened': ({ actor, barrier }, tell) =>
    `${start(tell.name(actor))} has done the action of ${barrier}: all may leave.`,
  'barrier.passed': ({ actor, barrier, index }, tell) =>
    `${start(tell.name(actor))} passes ${barrier} with index ${index}.`,
  'barrier.broken': ({ actor, barrier }, tell) =>
    `${start(tell.name(actor))} breaks ${barrier}: all who wait get an error.`,
  'barrier.reset': ({ actor, barrier }, tell) => `${start(tell.name(actor))} makes ${barrier} empty and whole again.`,

  'queue.put': ({ actor, queue, item, size }, tell) =>
    `${start(tell.name(actor))} puts ${item} into ${queue}; it holds ${size} now.`,
  'queue.got': ({ actor, queue, item, size }, tell) =>
    `${start(tell.name(actor))} gets ${item} from ${queue}; ${size} left.`,
  'queue.measured': ({ actor, queue, asked, answer }, tell) =>
    `${start(tell.name(actor))} asks ${queue}.${asked}(): ${answer}.`,
  'queue.task-done': ({ actor, queue, unfinished }, tell) =>
    `${start(tell.name(actor))} reports a task of ${queue} done; ${unfinished} unfinished.`,
  'queue.joined': ({ actor, queue }, tell) => `${start(tell.name(actor))} goes on: nothing of ${queue} is unfinished.`,

  'future.submitted': ({ actor, future, pool }, tell) =>
    `${start(tell.name(actor))} submits ${future} to ${pool} and goes on at once.`,
  'future.started': ({ actor, future }, tell) => `${start(tell.name(actor))} begins with ${future}.`,
  'future.finished': ({ actor, future, result }, tell) => `${start(tell.name(actor))} finishes ${future}: ${result}.`,
  'future.cancelled': ({ actor, future, worked }, tell) =>
    worked
      ? `${start(tell.name(actor))} cancels ${future}, which had not begun.`
      : `${start(tell.name(actor))} cannot cancel ${future}: it has already begun.`,
  'future.asked': ({ actor, future, asked, answer }, tell) =>
    `${start(tell.name(actor))} asks: is ${future} ${asked}? ${answer ? 'Yes' : 'No'}.`,
  'future.received': ({ actor, future, result }, tell) =>
    `${start(tell.name(actor))} receives the result of ${future}: ${result}.`,
  'future.callback-added': ({ actor, future, callback }, tell) =>
    `${start(tell.name(actor))} asks for ${callback} to be called when ${future} is done.`,
  'future.called-back': ({ actor, future, callback }, tell) =>
    `${start(tell.name(actor))} calls ${callback} because ${future} is done.`,
  'future.skipped': ({ actor, future }, tell) =>
    `${start(tell.name(actor))} comes to ${future} and skips it: it was cancelled.`,
  'pool.waited': ({ actor, done, pending }, tell) =>
    `${start(tell.name(actor))} goes on: ${done === '' ? 'none' : done.replaceAll(',', ', ')} done, ${pending} pending.`,
  'pool.shut-down': ({ actor, pool }, tell) => `${start(tell.name(actor))} shuts ${pool} down: no new jobs.`,
  'pool.worker-rested': ({ actor, pool }, tell) =>
    `${start(tell.name(actor))} finds no job in ${pool} and counts as idle.`,
  'pool.worker-left': ({ actor, pool }, tell) =>
    `${start(tell.name(actor))} leaves ${pool}: it is shut down and has no more jobs.`,
};

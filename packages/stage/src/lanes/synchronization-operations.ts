// Semaphores, conditions, events, barriers, queues, futures: the words are the names of Python's methods.
import type { Kind } from '@lockstep/trace';
import type { OperationsOf } from './operation.ts';
import { python } from './thread-operations.ts';

type SynchronizationKind = Extract<
  Kind,
  `${'semaphore' | 'condition' | 'event' | 'barrier' | 'queue' | 'future' | 'pool'}.${string}`
>;

export const synchronizationOperations: OperationsOf<SynchronizationKind> = {
  'semaphore.acquired': ({ semaphore }) => ({ form: 'block', word: 'acquire', detail: semaphore }),
  'semaphore.released': ({ semaphore }) => ({ form: 'block', word: 'release', detail: semaphore }),
  'semaphore.refused': ({ semaphore }) => ({ form: 'refused', word: 'acquire', detail: semaphore }),

  'condition.waited': ({ condition }) => ({ form: 'outline', word: 'wait', detail: condition }),
  'condition.notified': ({ woken }, { mark }) =>
    woken === ''
      ? { form: 'refused', word: 'notify', detail: 'nobody' }
      : { form: 'block', word: 'notify', detail: woken.split(',').map(mark).join(' ') },
  'condition.woken': ({ timedOut }) =>
    timedOut ? { form: 'refused', word: 'wait', detail: 'timeout' } : { form: 'outline', word: 'woken' },

  'event.set': ({ event }) => ({ form: 'block', word: 'set', detail: event }),
  'event.cleared': ({ event }) => ({ form: 'block', word: 'clear', detail: event }),
  'event.read': ({ isSet }) => ({ form: 'outline', word: 'is_set', detail: python(isSet) }),
  'event.waited': ({ isSet }) => ({ form: isSet ? 'block' : 'refused', word: 'wait', detail: python(isSet) }),

  'barrier.arrived': ({ waiting, parties }) => ({ form: 'outline', word: 'wait', detail: `${waiting}/${parties}` }),
  'barrier.passed': ({ index }) => ({ form: 'block', word: 'pass', detail: `→ ${index}` }),
  'barrier.opened': ({ barrier }) => ({ form: 'outline', word: 'open', detail: barrier }),
  'barrier.broken': ({ barrier }) => ({ form: 'failed', word: 'broken', detail: barrier }),
  'barrier.reset': ({ barrier }) => ({ form: 'block', word: 'reset', detail: barrier }),

  'queue.put': ({ item }) => ({ form: 'block', word: 'put', detail: item }),
  'queue.got': ({ item }) => ({ form: 'block', word: 'got', detail: item }),
  'queue.measured': ({ asked, answer }) => ({ form: 'outline', word: asked, detail: answer }),
  'queue.task-done': ({ unfinished }) => ({ form: 'block', word: 'task_done', detail: `${unfinished} left` }),
  'queue.joined': ({ queue }) => ({ form: 'block', word: 'join', detail: queue }),

  'future.submitted': ({ future }) => ({ form: 'block', word: 'submit', detail: future }),
  'future.started': ({ future }) => ({ form: 'outline', word: 'run', detail: future }),
  'future.finished': ({ result }) => ({ form: 'block', word: 'done', detail: result }),
  'future.cancelled': ({ future, worked }) => ({
    form: worked ? 'block' : 'refused',
    word: 'cancel',
    detail: future,
  }),
  'future.asked': ({ asked, answer }) => ({ form: 'outline', word: asked, detail: python(answer) }),
  'future.received': ({ result }) => ({ form: 'block', word: 'result', detail: result }),
  'future.callback-added': ({ callback }) => ({ form: 'outline', word: 'add_done_callback', detail: callback }),
  'future.called-back': ({ callback }) => ({ form: 'block', word: 'callback', detail: callback }),
  'future.skipped': ({ future }) => ({ form: 'refused', word: 'skip', detail: future }),
  'pool.waited': ({ done, pending }) => ({
    form: 'block',
    word: 'wait',
    detail: `${done === '' ? 0 : done.split(',').length}+${pending}`,
  }),
  'pool.shut-down': ({ pool }) => ({ form: 'block', word: 'shutdown', detail: pool }),
  'pool.worker-rested': ({ pool }) => ({ form: 'outline', word: 'idle', detail: pool }),
  'pool.worker-left': ({ pool }) => ({ form: 'outline', word: 'leave', detail: pool }),
};

import type { Moment } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { measured, started } from './measured.ts';

export const moments: readonly Moment[] = [
  {
    id: 'threads-begun',
    label: { en: 'all threads run', zh: '线程都在运行' },
    find: (trace) => started(trace, 'threads')?.seq,
  },
  {
    id: 'one-pid',
    label: { en: 'one pid', zh: '同一个 pid' },
    find: (trace) => {
      const pids = measured(trace, 'pids/threads');
      return pids?.value === 1 ? pids.seq : undefined;
    },
  },
  {
    id: 'changed',
    label: { en: 'main sees 16', zh: '主线程看到 16' },
    find: (trace) => measured(trace, 'age/threads')?.seq,
  },
  {
    id: 'processes-begun',
    label: { en: 'all processes run', zh: '进程都在运行' },
    find: (trace) => started(trace, 'processes')?.seq,
  },
  {
    id: 'own-copy',
    label: { en: 'its own copy', zh: '自己的副本' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'value.written' && event.actor === 'p1')?.seq,
  },
  {
    id: 'unchanged',
    label: { en: 'main still sees 18', zh: '主线程仍看到 18' },
    find: (trace) => measured(trace, 'age/processes')?.seq,
  },
  {
    id: 'python-threads',
    label: { en: 'Python’s threads run', zh: 'Python 线程在运行' },
    find: (trace) => started(trace, 'python-threads')?.seq,
  },
  {
    id: 'python-processes',
    label: { en: 'Python’s processes run', zh: 'Python 进程在运行' },
    find: (trace) => started(trace, 'python-processes')?.seq,
  },
];

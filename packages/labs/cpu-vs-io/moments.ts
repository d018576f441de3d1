import type { Moment } from '@lockstep/lab';
import { compared, finished, HARDLY_FASTER, together } from './measured.ts';

export const moments: readonly Moment[] = [
  {
    id: 'one-cpu',
    label: { en: 'one after the other', zh: '依次' },
    find: (trace) => finished(trace, 'cpu', 'one')?.seq,
  },
  {
    id: 'locked-cpu',
    label: { en: 'computed under the lock', zh: '有锁算完' },
    find: (trace) => finished(trace, 'cpu', 'locked')?.seq,
  },
  {
    id: 'one-at-a-time',
    label: { en: 'never two at once', zh: '从不同时' },
    find: (trace) => {
      const most = together(trace, 'computing', 'cpu', 'locked');
      return most?.value === 1 ? most.seq : undefined;
    },
  },
  {
    id: 'unlocked-cpu',
    label: { en: 'computed without it', zh: '无锁算完' },
    find: (trace) => finished(trace, 'cpu', 'unlocked')?.seq,
  },
  {
    id: 'no-free-core',
    label: { en: 'no second core', zh: '没有第二个核心' },
    find: (trace) => {
      const gained = compared(trace, 'cpu', 'one', 'unlocked');
      return gained && gained.ratio > HARDLY_FASTER ? gained.evidence[1] : undefined;
    },
  },
  {
    id: 'processes-cpu',
    label: { en: 'computed by processes', zh: '进程算完' },
    find: (trace) => finished(trace, 'cpu', 'processes')?.seq,
  },
  {
    id: 'locked-io',
    label: { en: 'slept under the lock', zh: '有锁睡完' },
    find: (trace) => finished(trace, 'io', 'locked')?.seq,
  },
  {
    id: 'asleep-together',
    label: { en: 'asleep together', zh: '一起睡着' },
    find: (trace) => {
      const most = together(trace, 'sleeping', 'io', 'locked');
      return most && most.value > 1 ? most.seq : undefined;
    },
  },
  {
    id: 'processes-io',
    label: { en: 'slept by processes', zh: '进程睡完' },
    find: (trace) => finished(trace, 'io', 'processes')?.seq,
  },
];

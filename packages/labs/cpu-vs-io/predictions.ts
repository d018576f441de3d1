import type { Prediction } from '@lockstep/lab';
import { compared } from './measured.ts';

/** Below this share of the time something was clearly faster; above its inverse clearly slower. */
const CLEARLY = 0.75;

export const predictions: readonly Prediction[] = [
  {
    id: 'locked-cpu',
    modes: ['free'],
    question: {
      en: 'Ten jobs compute. Several threads share them, and one interpreter lock. How long, compared with one after the other?',
      zh: '十个计算任务，由几个线程分担，共用一把解释器锁。与依次执行相比要多久？',
    },
    choices: [
      { id: 'faster', text: { en: 'clearly shorter', zh: '明显更短' }, misconception: 'P1' },
      { id: 'same', text: { en: 'about as long', zh: '差不多' } },
      { id: 'slower', text: { en: 'clearly longer', zh: '明显更长' }, misconception: 'P2' },
    ],
    answer(trace) {
      const result = compared(trace, 'cpu', 'one', 'locked');
      if (!result) return undefined;
      const { ratio, evidence } = result;
      return { choice: ratio < CLEARLY ? 'faster' : ratio > 1 / CLEARLY ? 'slower' : 'same', seq: evidence[1] };
    },
    afterwards: {
      en: 'Several threads look like several workers. But only the one that holds the lock computes: they take turns, and a turn that changes gains nothing.',
      zh: '几个线程看上去就是几个工人。但只有持锁的那个在计算：大家轮流，而轮流并不省时间。',
    },
  },
  {
    id: 'locked-io',
    modes: ['free'],
    question: {
      en: 'Now the jobs only sleep. The same threads, the same lock. How long, compared with one after the other?',
      zh: '现在任务只是睡眠。同样的线程，同样的锁。与依次执行相比要多久？',
    },
    choices: [
      { id: 'shorter', text: { en: 'clearly shorter', zh: '明显更短' } },
      { id: 'same', text: { en: 'about as long: there is one lock', zh: '差不多：锁只有一把' }, misconception: 'P3' },
    ],
    answer(trace) {
      const result = compared(trace, 'io', 'one', 'locked');
      return result && { choice: result.ratio < CLEARLY ? 'shorter' : 'same', seq: result.evidence[1] };
    },
    afterwards: {
      en: 'Whoever sleeps does not compute, so it drops the lock first. All of them can sleep at the same moment.',
      zh: '睡着的线程不计算，所以睡前先放下锁。大家可以同时睡。',
    },
  },
  {
    id: 'processes-io',
    modes: ['free'],
    question: {
      en: 'Are processes quicker at sleeping than threads under the lock?',
      zh: '睡眠任务，进程比有锁的线程更快吗？',
    },
    choices: [
      { id: 'yes', text: { en: 'yes: no lock between them', zh: '更快：它们之间没有锁' }, misconception: 'P4' },
      { id: 'no', text: { en: 'no', zh: '不会' } },
    ],
    answer(trace) {
      const result = compared(trace, 'io', 'locked', 'processes');
      return result && { choice: result.ratio < CLEARLY ? 'yes' : 'no', seq: result.evidence[1] };
    },
    afterwards: {
      en: 'Nobody sleeps faster in a process. But a process has to be started first: the pale beginning of its bar.',
      zh: '在进程里也不会睡得更快。但进程要先启动：条形开头的浅色部分。',
    },
  },
];

import type { Prediction } from '@lockstep/lab';
import { measured, startRatio } from './measured.ts';

const FEW = 4;
const MANY = 25;

export const predictions: readonly Prediction[] = [
  {
    id: 'pids',
    modes: ['free'],
    question: {
      en: 'Each thread prints os.getpid(). How many different numbers appear?',
      zh: '每个线程都打印 os.getpid()。会出现几个不同的数？',
    },
    choices: [
      { id: 'one', text: { en: 'one', zh: '一个' } },
      { id: 'several', text: { en: 'one for each thread', zh: '每个线程一个' }, misconception: 'P6' },
    ],
    answer(trace) {
      const pids = measured(trace, 'pids/threads');
      // A single thread cannot tell.
      if (!pids || trace.header.knobs['count'] === 1) return undefined;
      return { choice: pids.value === 1 ? 'one' : 'several', seq: pids.seq };
    },
    afterwards: {
      en: 'A thread looks like a small process. It is a second place of execution inside the same one: same pid, same memory, same open files.',
      zh: '线程看上去像小号的进程。其实它是同一进程里的另一处执行：pid 相同，内存相同，打开的文件也相同。',
    },
  },
  {
    id: 'age',
    modes: ['free'],
    question: {
      en: 'age is 18. Threads set it to 16. Then, from 18 again, processes do. What does main see each time?',
      zh: 'age 是 18。线程把它设为 16。改回 18 后，进程也这样做。主线程两次各看到多少？',
    },
    choices: [
      { id: '16-18', text: { en: '16, then 18', zh: '先 16，后 18' } },
      { id: '16-16', text: { en: '16 both times', zh: '两次都是 16' }, misconception: 'P7' },
      { id: '18-18', text: { en: '18 both times', zh: '两次都是 18' }, misconception: 'P8' },
    ],
    answer(trace) {
      const [threads, processes] = [measured(trace, 'age/threads'), measured(trace, 'age/processes')];
      return threads && processes && { choice: `${threads.value}-${processes.value}`, seq: processes.seq };
    },
    afterwards: {
      en: 'The lines look the same, so the effect should be the same. But a process changes its own copy, and nobody else ever sees that.',
      zh: '代码看上去一样，效果似乎也该一样。但进程改的是自己的副本，别人永远看不到。',
    },
  },
  {
    id: 'start',
    modes: ['free'],
    question: {
      en: 'How much longer does it take until the processes run than until the threads do?',
      zh: '进程全部跑起来，比线程要多花多少时间？',
    },
    choices: [
      { id: 'few', text: { en: 'up to 4 times', zh: '至多 4 倍' }, misconception: 'P9' },
      { id: 'some', text: { en: '4 to 25 times', zh: '4 到 25 倍' } },
      { id: 'many', text: { en: 'more than 25 times', zh: '超过 25 倍' } },
    ],
    answer(trace) {
      const result = startRatio(trace);
      if (!result) return undefined;
      const { ratio, evidence } = result;
      return { choice: ratio <= FEW ? 'few' : ratio <= MANY ? 'some' : 'many', seq: evidence[1] };
    },
    afterwards: {
      en: 'Asked of Python where there is one. A new thread needs a stack; a new process needs an address space, and often a whole interpreter that starts from nothing.',
      zh: '有 Python 就以 Python 为准。新线程只要一个栈；新进程要一个地址空间，常常还要一个从头启动的解释器。',
    },
  },
];

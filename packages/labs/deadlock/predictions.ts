import { howMany, type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { closing } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-it-ends',
    modes: ['stepped', 'free'],
    question: {
      en: 'Each thread needs the noodles and the fork. How does this run end?',
      zh: '每个线程都需要面和叉子。这次运行会怎样结束？',
    },
    choices: [
      { id: 'all', text: { en: 'all eat, one after the other', zh: '大家先后吃上' }, misconception: 'C4' },
      { id: 'never', text: { en: 'it never ends', zh: '永远不会结束' } },
      { id: 'error', text: { en: 'with an error', zh: '报错' }, misconception: 'C5' },
    ],
    answer(trace) {
      const outcome = findEvent(trace, (event) => event.kind === 'outcome.observed');
      if (outcome?.kind !== 'outcome.observed') return undefined;
      const circle = closing(trace);
      return circle === undefined ? { choice: 'all', seq: outcome.seq } : { choice: 'never', seq: circle };
    },
    afterwards: {
      en: 'Locks prevent that two use a thing at once. They do not see who waits for whom, and Python raises no error: the threads sleep for ever.',
      zh: '锁只保证不会两个人同时使用一样东西，它看不见谁在等谁；Python 也不报错：线程就一直睡下去。',
    },
  },
  {
    id: 'how-often',
    modes: ['batch'],
    question: { en: 'How many of these free runs will hang?', zh: '这些自由运行中，有多少会卡死？' },
    choices: [
      { id: 'none', text: { en: 'none', zh: '没有' } },
      { id: 'some', text: { en: 'some', zh: '一部分' } },
      { id: 'all', text: { en: 'all', zh: '全部' }, misconception: 'C2' },
    ],
    answer: (trace) => howMany(trace, ({ value }) => value === 'deadlock'),
    afterwards: {
      en: 'It depends on this machine, its load and the pause. That is why a deadlock comes in the night after the demo, not in it.',
      zh: '这取决于机器、负载和停顿。所以死锁总在演示之后的夜里来，而不在演示时来。',
    },
  },
  {
    id: 'can-it-hang',
    modes: ['search'],
    question: { en: 'Is there any order of steps in which everybody hangs?', zh: '有没有一种步骤次序，使大家都卡住？' },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no, in no order', zh: '没有，任何次序都不会' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'One switch of threads, between the first thing and the second, is all it takes. Each fix makes the circle impossible, in every order.',
      zh: '只要在第一件与第二件之间换一次线程就够了。而每种对策都使环在任何次序下都合不上。',
    },
  },
];

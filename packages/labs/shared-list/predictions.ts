import { howMany, type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { additions, emptyPop, firstWait, IN_VAIN } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-many-in-vain',
    modes: ['free'],
    question: {
      en: 'Ten consumers, one producer. How often, in all, will somebody look and find nothing to do?',
      zh: '十个消费者，一个生产者。总共会有多少次，看了一眼却无事可做？',
    },
    choices: [
      { id: 'none', text: { en: 'never', zh: '一次也没有' } },
      { id: 'fewer', text: { en: 'less often than there are entries', zh: '比产品件数少' } },
      { id: 'more', text: { en: 'as often as there are entries, or more often', zh: '不少于产品件数' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!end) return undefined;
      const looks = additions(trace, IN_VAIN);
      const last = looks.at(-1);
      if (!last) return { choice: 'none', seq: end.seq };
      const entries = additions(trace, 'entries').filter(({ value, before }) => value > before).length;
      return { choice: looks.length < entries ? 'fewer' : 'more', seq: last.seq };
    },
    afterwards: {
      en: 'Whoever polls asks as often as the clock says, not as often as something happens. One who waits at a queue does not ask at all.',
      zh: '轮询的人按钟表来问，而不是按事情来问。在队列前等的人，根本不问。',
    },
  },
  {
    id: 'two-see-one',
    modes: ['stepped'],
    question: {
      en: 'One entry is in the list, and two consumers want to look and take. What happens to the second one?',
      zh: '列表里有一件，两个消费者都想先看再取。第二个会怎样？',
    },
    choices: [
      {
        id: 'sees-none',
        text: { en: 'it looks and sees that there is none', zh: '看一眼，发现没有' },
        misconception: 'C1',
      },
      { id: 'error', text: { en: 'it sees the entry, takes it, and gets an error', zh: '看到了，去取，却出错' } },
      { id: 'waits', text: { en: 'it has to wait before it can look', zh: '得先等着，才能看' } },
    ],
    answer(trace) {
      const empty = emptyPop(trace);
      if (empty) return { choice: 'error', seq: empty.seq };
      const wait = firstWait(trace);
      if (wait) return { choice: 'waits', seq: wait.seq };
      const look = additions(trace, IN_VAIN)[0];
      return look && { choice: 'sees-none', seq: look.seq };
    },
    afterwards: {
      en: 'Each can happen; the order of the steps decides. Only a lock around look and take together leaves the error out.',
      zh: '三种都可能，由步骤的次序决定。只有把“看”和“取”一起锁住，才不会出错。',
    },
  },
  {
    id: 'how-often-empty',
    modes: ['batch'],
    question: {
      en: 'In how many of these free runs does somebody pop from an empty list?',
      zh: '这些自由运行中，有几次会有人从空列表里取？',
    },
    choices: [
      { id: 'none', text: { en: 'in none', zh: '没有' } },
      { id: 'some', text: { en: 'in some', zh: '有几次' } },
      { id: 'all', text: { en: 'in all', zh: '每次都有' } },
    ],
    answer: (trace) => howMany(trace, ({ expected }) => !expected),
    afterwards: {
      en: 'With a lock it cannot happen. Without one it is a matter of luck, and of the time between look and pop.',
      zh: '有锁就不会发生。没有锁，就看运气，也看“看”与“取”之间隔了多久。',
    },
  },
  {
    id: 'every-order',
    modes: ['search'],
    question: {
      en: 'Is there an order of steps in which somebody pops from an empty list?',
      zh: '有没有一种步骤次序，使人从空列表里取？',
    },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no, none', zh: '没有' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'What you have seen is true at the moment of looking. It stays true only while nobody else can change it.',
      zh: '看到的，只在看的那一刻为真。别人改不了，它才一直为真。',
    },
  },
];

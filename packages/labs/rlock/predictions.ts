import { type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { again, circleOfTwo, waitsForItself } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'second-acquire',
    modes: ['stepped', 'free'],
    question: {
      en: 'deposit() has the lock and calls add(), which acquires the same lock. What happens at the second acquire?',
      zh: 'deposit() 已拿到锁，又调用 add()，后者获取同一把锁。第二次获取时会怎样？',
    },
    choices: [
      {
        id: 'gets-it',
        text: { en: 'it gets it: the lock is its own', zh: '拿得到：锁本来就是它的' },
        misconception: 'C6',
      },
      { id: 'waits', text: { en: 'it waits for ever', zh: '永远等下去' } },
      { id: 'error', text: { en: 'an error', zh: '报错' }, misconception: 'C5' },
    ],
    answer(trace) {
      const itself = waitsForItself(trace);
      if (itself !== undefined) return { choice: 'waits', seq: itself };
      const twice = again(trace);
      if (twice) return { choice: 'gets-it', seq: twice.seq };
      const circle = circleOfTwo(trace);
      return circle === undefined ? undefined : { choice: 'waits', seq: circle };
    },
    afterwards: {
      en: 'A plain lock does not know who has it, so it cannot know that the one who asks is the one who must release. A reentrant lock has an owner and a counter.',
      zh: '普通锁不记得谁拿着它，自然也不知道来要的正是该释放的那个。可重入锁有所有者和计数。',
    },
  },
  {
    id: 'how-deep',
    modes: ['stepped', 'free'],
    question: {
      en: 'How high does the counter of the lock go in this run?',
      zh: '这次运行中，锁的计数最高到几？',
    },
    choices: [
      { id: 'no-counter', text: { en: 'it has none', zh: '它没有计数' } },
      { id: 'one', text: { en: '1', zh: '1' } },
      { id: 'two', text: { en: '2', zh: '2' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'outcome.observed');
      if (!end) return undefined;
      const deepest = trace
        .slice(0)
        .reduce((depth, event) => (event.kind === 'lock.acquired' ? Math.max(depth, event.depth ?? 0) : depth), 0);
      return {
        choice: deepest === 0 ? 'no-counter' : deepest === 1 ? 'one' : 'two',
        seq: again(trace)?.seq ?? end.seq,
      };
    },
    afterwards: {
      en: 'Each acquire adds one, each release takes one away; only at zero is the lock free for others.',
      zh: '每次获取加一，每次释放减一；回到零，别人才能拿。',
    },
  },
  {
    id: 'every-order',
    modes: ['search'],
    question: {
      en: 'Is there an order of steps that leaves somebody waiting for ever?',
      zh: '有没有一种步骤次序，使某个线程永远等待？',
    },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no, none', zh: '没有' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'With the plain lock every order ends so: one thread is enough for a deadlock. With the reentrant one the two transfers still can.',
      zh: '用普通锁，每一种次序都如此：一个线程就足以死锁。换成可重入锁，两笔相反的转账仍可能死锁。',
    },
  },
];

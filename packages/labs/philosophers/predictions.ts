import { howMany, type Prediction } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { closing } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'who-eats',
    modes: ['stepped', 'free'],
    question: {
      en: 'Everybody takes the left fork, then the right one. How many will have eaten when nothing moves any more?',
      zh: '每人先拿左边的叉子，再拿右边的。到一切静止时，有几个人吃过了？',
    },
    choices: [
      { id: 'all', text: { en: 'all', zh: '全部' }, misconception: 'C4' },
      { id: 'some', text: { en: 'some', zh: '一部分' } },
      { id: 'nobody', text: { en: 'nobody', zh: '一个也没有' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'outcome.observed');
      if (!end) return undefined;
      const circle = closing(trace);
      if (circle === undefined) return { choice: 'all', seq: end.seq };
      const ate = findEvent(trace, (event) => event.kind === 'lock.released');
      return { choice: ate ? 'some' : 'nobody', seq: circle };
    },
    afterwards: {
      en: 'If all take the left fork before anybody takes the right one, each holds what the next one needs. One who is quicker saves them all.',
      zh: '如果大家都在有人拿右边之前拿了左边，每人手里的正是下一个需要的。只要有一个人快一步，大家就都得救。',
    },
  },
  {
    id: 'how-often',
    modes: ['batch'],
    question: {
      en: 'How many of these free dinners will end in a deadlock?',
      zh: '这些自由进行的晚餐，有多少会死锁？',
    },
    choices: [
      { id: 'none', text: { en: 'none', zh: '没有' } },
      { id: 'some', text: { en: 'some', zh: '一部分' } },
      { id: 'all', text: { en: 'all', zh: '全部' }, misconception: 'C2' },
    ],
    answer: (trace) => howMany(trace, ({ value }) => value === 'deadlock'),
    afterwards: {
      en: 'It depends on the pause between the two forks and on the free cores of this machine, not on the correctness of the program.',
      zh: '这取决于两把叉子之间的停顿，取决于机器有多少空闲核心，而与程序是否正确无关。',
    },
  },
  {
    id: 'how-many-orders',
    modes: ['search'],
    question: {
      en: 'Of all orders of steps, in how many different end states can the dinner end in a deadlock?',
      zh: '在所有步骤次序中，晚餐会以多少种不同的死锁状态结束？',
    },
    choices: [
      { id: 'none', text: { en: 'none', zh: '没有' } },
      { id: 'one', text: { en: 'one', zh: '一种' } },
      { id: 'many', text: { en: 'many', zh: '许多种' }, misconception: 'C2' },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'search.finished');
      if (end?.kind !== 'search.finished' || end.verdict === 'bounded') return undefined;
      if (end.verdict === 'proof') return { choice: 'none', seq: end.seq };
      const states = trace.slice(0).filter((event) => event.kind === 'state.found' && event.end === 'deadlock').length;
      return { choice: states > 1 ? 'many' : 'one', seq: end.seq };
    },
    afterwards: {
      en: 'There is exactly one: everybody holds the left fork. Millions of orders lead past it, and one state is enough.',
      zh: '恰好一种：每人都拿着左边的叉子。千百万种次序都绕过了它，而有它一个就够了。',
    },
  },
];

import { hasEnded, outcomesOf, type Prediction, searchAnswer } from '@lockstep/lab';
import { outcomeOf } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'what-is-left',
    modes: ['stepped', 'free'],
    question: {
      en: 'num starts with as many as there are threads, and each takes one away. What is left at the end?',
      zh: 'num 的初值等于线程数，每个线程减一。最后还剩多少？',
    },
    choices: [
      { id: 'zero', text: { en: '0: each took one', zh: '0：每人减了一' }, misconception: 'C1' },
      { id: 'one-gone', text: { en: 'all but one', zh: '只少了一' } },
      { id: 'between', text: { en: 'something in between', zh: '介于两者之间' } },
    ],
    answer(trace) {
      const outcome = outcomeOf(trace);
      if (!outcome) return undefined;
      const left = Number(outcome.value);
      const threads = trace.header.actors.length - 1;
      return { choice: left === 0 ? 'zero' : left === threads - 1 ? 'one-gone' : 'between', seq: outcome.seq };
    },
    afterwards: {
      en: 'Without a lock all who load before the first store work on the same number: their stores are the same store. With 180 threads and a pause 179 are left.',
      zh: '没有锁时，所有在第一次写回之前读出的线程用的是同一个数，写回的也是同一个数。180 个线程加上停顿，就剩 179。',
    },
  },
  {
    id: 'every-run',
    modes: ['batch'],
    question: { en: 'Many free runs. Will they all end alike?', zh: '许多次自由运行，结果都一样吗？' },
    choices: [
      { id: 'right', text: { en: 'yes, all with 0', zh: '一样，都是 0' } },
      { id: 'wrong', text: { en: 'yes, all with the same wrong number', zh: '一样，都是同一个错数' } },
      { id: 'mixed', text: { en: 'no', zh: '不一样' }, misconception: 'C3' },
    ],
    answer(trace) {
      const all = outcomesOf(trace);
      const last = all.at(-1);
      if (!last || !hasEnded(trace)) return undefined;
      const isOne = new Set(all.map(({ value }) => value)).size === 1;
      return { choice: isOne ? (last.expected ? 'right' : 'wrong') : 'mixed', seq: last.seq };
    },
    afterwards: {
      en: 'A pause of milliseconds between load and store makes the wrong answer as reliable as a right one. A race need not look random.',
      zh: '读出与写回之间停顿几毫秒，错误的结果就和正确的一样稳定。竞态看上去不一定是随机的。',
    },
  },
  {
    id: 'is-it-safe',
    modes: ['search'],
    question: {
      en: 'All schedules are searched. Is there one that leaves num wrong?',
      zh: '搜索所有调度，有没有一种使 num 出错？',
    },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no, none', zh: '没有' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'A hundred good runs prove nothing. A search that has tried every order does, for this many threads.',
      zh: '一百次运行正常什么也证明不了；试遍每一种次序的搜索，对这么多线程则是证明。',
    },
  },
];

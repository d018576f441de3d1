import { hasEnded, outcomesOf, type Prediction } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';

export const predictions: readonly Prediction[] = [
  {
    id: 'final',
    modes: ['stepped', 'free'],
    question: {
      en: 'total starts at 0. One thread adds 1, the other takes 1 away, equally often. What will total be at the end?',
      zh: 'total 从 0 开始。一个线程加 1，另一个减 1，次数相同。最后 total 是多少？',
    },
    choices: [
      { id: 'zero', text: { en: '0', zh: '0' }, misconception: 'C1' },
      { id: 'other', text: { en: 'not 0', zh: '不是 0' } },
    ],
    answer(trace) {
      const outcome = outcomesOf(trace)[0];
      return outcome && { choice: outcome.value === '0' ? 'zero' : 'other', seq: outcome.seq };
    },
    afterwards: {
      en: 'Both answers can happen, and that is the trouble: the program does not decide, the order of six small steps does.',
      zh: '两种答案都可能出现，麻烦就在这里：决定结果的不是程序，而是六个小步骤的次序。',
    },
  },
  {
    id: 'how-often',
    modes: ['batch'],
    question: { en: 'Of all these free runs, how many will end with 0?', zh: '这些自由运行中，有多少会以 0 结束？' },
    choices: [
      { id: 'all', text: { en: 'all', zh: '全部' }, misconception: 'C1' },
      { id: 'most', text: { en: 'more than half', zh: '超过一半' } },
      { id: 'few', text: { en: 'half or fewer', zh: '一半或更少' } },
    ],
    answer(trace) {
      const all = outcomesOf(trace);
      const last = all.at(-1);
      if (!last || !hasEnded(trace)) return undefined;
      const right = all.filter((outcome) => outcome.expected).length;
      return { choice: right === all.length ? 'all' : right * 2 > all.length ? 'most' : 'few', seq: last.seq };
    },
    afterwards: {
      en: 'It depends on this machine, its load and the window: with one free core the race may hide for days. Luck is not a test.',
      zh: '这取决于机器、负载和窗口：只有一个空闲核心时，竞态可能几天都不露面。运气不是测试。',
    },
  },
  {
    id: 'how-many-schedules',
    modes: ['search'],
    question: {
      en: 'How many schedules must be tried until one loses an update?',
      zh: '要试多少种调度，才能找到一种丢失更新的？',
    },
    choices: [
      { id: 'few', text: { en: 'fewer than 10', zh: '不到 10 种' } },
      { id: 'many', text: { en: '10 or more', zh: '10 种或更多' }, misconception: 'C2' },
      { id: 'none', text: { en: 'there is none', zh: '不存在这样的调度' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'search.finished');
      if (end?.kind !== 'search.finished' || end.verdict === 'bounded') return undefined;
      return { choice: end.verdict === 'proof' ? 'none' : end.tried < 10 ? 'few' : 'many', seq: end.seq };
    },
    afterwards: {
      en: 'Rare in time is not rare among schedules: whoever chooses the order finds the bug at once.',
      zh: '在时间上罕见，不等于在调度中罕见：谁能选择次序，谁就立刻找到错误。',
    },
  },
  {
    id: 'how-many-in-all',
    modes: ['search'],
    question: {
      en: 'And how many schedules are there in all: in how many orders can the steps of the two threads follow each other?',
      zh: '那么总共有多少种调度，也就是两个线程的步骤有多少种先后次序？',
    },
    choices: [
      { id: 'tens', text: { en: 'fewer than 100', zh: '不到 100 种' }, misconception: 'C1' },
      { id: 'hundreds', text: { en: '100 to 1,000', zh: '100 到 1000 种' } },
      { id: 'thousands', text: { en: 'more than 1,000', zh: '超过 1000 种' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'search.finished');
      if (end?.kind !== 'search.finished' || end.all === undefined) return undefined;
      return { choice: end.all < 100 ? 'tens' : end.all <= 1000 ? 'hundreds' : 'thousands', seq: end.seq };
    },
    afterwards: {
      en: 'Whoever counts statements counts two. But each is three steps, and each step of one thread may come between any two of the other. The states that all these orders pass through are far fewer: that is why they can be drawn.',
      zh: '按语句数，只有两句。但每句是三步，一个线程的每一步都可能插在另一个的任意两步之间。而所有这些次序经过的状态要少得多，所以画得出来。',
    },
  },
];

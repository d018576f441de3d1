import { howMany, type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { buns, earlyJoin, earlyPill, firstPill, joined, stuckSince } from './readings.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-it-ends',
    modes: ['stepped', 'free'],
    question: { en: 'How does this run end?', zh: '这次运行怎样结束？' },
    choices: [
      { id: 'all', text: { en: 'all is eaten, everybody goes home', zh: '全部吃完，大家回家' } },
      {
        id: 'left',
        text: { en: 'everybody goes home, and buns are left', zh: '大家都回家了，包子有剩' },
        misconception: 'C2',
      },
      { id: 'stuck', text: { en: 'somebody waits for ever', zh: '有人永远等下去' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!end) return undefined;
      const stuck = stuckSince(trace);
      if (stuck !== undefined) return { choice: 'stuck', seq: stuck };
      const { put, eaten } = buns(trace);
      return { choice: eaten < put ? 'left' : 'all', seq: end.seq };
    },
    afterwards: {
      en: 'A queue tells how much is in it, never whether more will come. Somebody has to say so, and at the right time: after the last item, not after one’s own last item.',
      zh: '队列只说里面有多少，从不说还会不会再来。必须有人说出来，而且时机要对：在最后一个之后，不是在自己的最后一个之后。',
    },
  },
  {
    id: 'after-the-pill',
    modes: ['stepped', 'free'],
    question: {
      en: 'A consumer takes the first poison pill and goes home. Are buns still to come?',
      zh: '一个消费者取到第一颗毒丸，回家了。之后还会有包子来吗？',
    },
    choices: [
      { id: 'none', text: { en: 'no, it was the end', zh: '不会，已经是末尾' }, misconception: 'C10' },
      { id: 'more', text: { en: 'yes, the other producer’s', zh: '会，另一个生产者的' } },
      { id: 'not-here', text: { en: 'nobody takes a pill in this run', zh: '这次运行没有人取到毒丸' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!end) return undefined;
      const pill = firstPill(trace);
      if (!pill) return { choice: 'not-here', seq: end.seq };
      const early = earlyPill(trace);
      return early ? { choice: 'more', seq: early.bun.seq } : { choice: 'none', seq: pill.seq };
    },
    afterwards: {
      en: 'First in, first out holds for the one line of the queue. A producer’s last item is the last of its own, and the line is common to all.',
      zh: '先进先出说的是队列这一条线。某个生产者的最后一个，只是它自己的最后一个，而线是大家共有的。',
    },
  },
  {
    id: 'when-join-returns',
    modes: ['stepped', 'free'],
    question: { en: 'buns.join() returns. What is true then?', zh: 'buns.join() 返回了。这时什么是真的？' },
    choices: [
      { id: 'everything', text: { en: 'all that will ever be put is done', zh: '以后也不会再有，全部做完了' } },
      { id: 'so-far', text: { en: 'only what had been put so far is done', zh: '只是到此刻为止放入的做完了' } },
      { id: 'not-here', text: { en: 'it does not return in this run', zh: '这次运行中它没有返回' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!end) return undefined;
      const join = joined(trace);
      if (!join) return { choice: 'not-here', seq: end.seq };
      const early = earlyJoin(trace);
      return early ? { choice: 'so-far', seq: early.bun.seq } : { choice: 'everything', seq: join.seq };
    },
    afterwards: {
      en: 'join() looks at one counter: puts minus task_done() calls. It may pass through zero again and again, also before a producer has begun.',
      zh: 'join() 只看一个计数：放入次数减去 task_done() 次数。它可以一次又一次经过零，甚至在某个生产者开始之前。',
    },
  },
  {
    id: 'how-often',
    modes: ['batch'],
    question: {
      en: 'In how many of these free runs is everything eaten, and nobody left waiting or told wrongly?',
      zh: '这些自由运行中，有多少次全部吃完，没有人白等，也没有人得到错误的报告？',
    },
    choices: [
      { id: 'all', text: { en: 'in all', zh: '每次' }, misconception: 'C2' },
      { id: 'some', text: { en: 'in some', zh: '有几次' } },
      { id: 'none', text: { en: 'in none', zh: '一次也没有' } },
    ],
    answer: (trace) => howMany(trace, ({ expected }) => expected),
    afterwards: {
      en: 'Where the end is told at the wrong time, it depends on who was quick: this machine, today. Where it is told at the right time, it depends on nobody.',
      zh: '收工的消息说早了，结果就看谁快：看这台机器，看今天。说对了时候，就谁也不看。',
    },
  },
  {
    id: 'every-order',
    modes: ['search'],
    question: {
      en: 'Is there an order of steps in which buns are left, or somebody waits for ever?',
      zh: '有没有一种步骤次序，使包子剩下，或有人永远等下去？',
    },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no, none', zh: '没有' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'Who joins the producers first knows that nothing more will come, in every order. Who does not, only hopes so.',
      zh: '先等生产者结束的，在任何次序下都知道不会再有；没有等的，只是希望如此。',
    },
  },
];

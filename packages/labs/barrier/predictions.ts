import { howMany, type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { firstBreak, lastComes } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'who-leaves-first',
    modes: ['stepped', 'free'],
    question: { en: 'The last one has come to the hut. Who leaves first?', zh: '最后一个到了小屋。谁先离开？' },
    choices: [
      { id: 'first', text: { en: 'the one who came first', zh: '最先到的' }, misconception: 'C7' },
      { id: 'last', text: { en: 'the one who came last', zh: '最后到的' } },
      { id: 'other', text: { en: 'another one', zh: '别的人' } },
      { id: 'nobody', text: { en: 'nobody leaves', zh: '没有人离开' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      const leaves = findEvent(trace, (event) => event.kind === 'barrier.passed');
      if (leaves?.kind !== 'barrier.passed') return end && { choice: 'nobody', seq: end.seq };
      const parties = lastComes(trace)?.parties ?? 0;
      const choice = leaves.index === 0 ? 'first' : leaves.index === parties - 1 ? 'last' : 'other';
      return { choice, seq: leaves.seq };
    },
    afterwards: {
      en: 'All may go at once, in no order that is promised. The last one need not even sleep, so it is often the first to leave.',
      zh: '大家可以同时走，没有保证的次序。最后到的甚至不用睡，所以往往最先离开。',
    },
  },
  {
    id: 'too-few',
    modes: ['stepped', 'free'],
    question: {
      en: 'What happens if one fewer comes than the barrier was made for?',
      zh: '如果来的人比约定的少一个，会怎样？',
    },
    choices: [
      { id: 'wait', text: { en: 'all wait for ever', zh: '大家永远等下去' } },
      { id: 'error', text: { en: 'they get an error', zh: '他们得到异常' } },
      { id: 'enough', text: { en: 'in this run enough come', zh: '这次运行来的人够' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!end) return undefined;
      const broken = firstBreak(trace);
      if (broken) return { choice: 'error', seq: broken.seq };
      const hangs = end.kind === 'run.ended' && end.reason === 'deadlock';
      return { choice: hangs ? 'wait' : 'enough', seq: end.seq };
    },
    afterwards: {
      en: 'A barrier counts, it does not know names. Without a time-out it waits for the missing one for ever; with one it breaks, and tells everybody.',
      zh: '栅栏只数人头，不认名字。没有超时，它会永远等缺的那个；有超时，它就损坏，并告诉每个人。',
    },
  },
  {
    id: 'how-often-ahead',
    modes: ['batch'],
    question: { en: 'In how many runs does somebody go ahead?', zh: '有几次运行中有人抢先走了？' },
    choices: [
      { id: 'none', text: { en: 'in none', zh: '没有' } },
      { id: 'some', text: { en: 'in some', zh: '有几次' } },
      { id: 'all', text: { en: 'in all', zh: '每次' } },
    ],
    answer: (trace) => howMany(trace, ({ value }) => value === 'somebody went ahead'),
    afterwards: {
      en: 'The hikers walk at different speeds. With the barrier the fast ones wait at each hut; without it they are stages ahead.',
      zh: '徒步者快慢不同。有栅栏，快的在每个小屋等着；没有，就领先好几段。',
    },
  },
  {
    id: 'every-order',
    modes: ['search'],
    question: { en: 'Is there an order of steps in which this goes wrong?', zh: '有没有一种步骤次序会出错？' },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no, none', zh: '没有' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'Wrong means: somebody is ahead, or somebody waits for ever. With the right number of parties neither can happen.',
      zh: '出错是指：有人抢先，或有人永远等待。人数约定正确时，两者都不会发生。',
    },
  },
];

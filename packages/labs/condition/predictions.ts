import { howMany, type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { lostNotify, stuckIn } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'who-must-start',
    modes: ['stepped', 'free'],
    question: {
      en: 'Somebody notifies before anybody waits. Later another thread begins to wait. What about it?',
      zh: '有人在没人等待时发出通知。之后另一个线程才开始等待。它会怎样？',
    },
    choices: [
      {
        id: 'remembered',
        text: { en: 'it goes on: the notify was kept', zh: '继续：通知被留着' },
        misconception: 'C8',
      },
      { id: 'waits', text: { en: 'it waits for the next notify, if one comes', zh: '等下一个通知，如果会有的话' } },
      { id: 'not-here', text: { en: 'that does not happen in this run', zh: '这次运行不会出现这种情况' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!end) return undefined;
      const lost = lostNotify(trace);
      return lost ? { choice: 'waits', seq: lost.seq } : { choice: 'not-here', seq: end.seq };
    },
    afterwards: {
      en: 'A condition has a line of waiters and nothing else. A notify wakes from that line; if it is empty, the notify is gone. An event or a semaphore would remember.',
      zh: '条件变量只有一条等待队伍，别无他物。通知从队伍里叫醒人；队伍是空的，通知就没了。事件和信号量才会记住。',
    },
  },
  {
    id: 'how-it-ends',
    modes: ['stepped', 'free'],
    question: { en: 'How does this run end?', zh: '这次运行怎样结束？' },
    choices: [
      { id: 'well', text: { en: 'all finish', zh: '全部完成' } },
      {
        id: 'circle',
        text: { en: 'some wait for each other in a circle', zh: '有的线程互相等待成环' },
        misconception: 'C9',
      },
      { id: 'no-circle', text: { en: 'some wait for ever, without a circle', zh: '有的永远等待，却没有环' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!end) return undefined;
      const stuck = stuckIn(trace);
      if (!stuck) return { choice: 'well', seq: end.seq };
      return { choice: stuck.hasCycle ? 'circle' : 'no-circle', seq: stuck.since };
    },
    afterwards: {
      en: 'Whoever waits on a condition waits for an event, not for a holder. No arrow leads anywhere, so no tool that looks for circles finds it.',
      zh: '在条件变量上等的是一件事，不是某个持有者。没有箭头指向谁，所以找环的工具都发现不了。',
    },
  },
  {
    id: 'how-often',
    modes: ['batch'],
    question: {
      en: 'In how many of these free runs do all threads finish?',
      zh: '这些自由运行中，有多少次所有线程都完成了？',
    },
    choices: [
      { id: 'all', text: { en: 'in all', zh: '每次' } },
      { id: 'some', text: { en: 'in some', zh: '有几次' } },
      { id: 'none', text: { en: 'in none', zh: '一次也没有' } },
    ],
    answer: (trace) => howMany(trace, ({ value }) => value !== 'deadlock'),
    afterwards: {
      en: 'Nothing in the program says who begins. The kernel decides, and it decides differently on another day.',
      zh: '程序里没有一处规定谁先开始。内核说了算，而它换一天就换一种说法。',
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
      en: 'A thread that looks at the state before it waits, and again after it wakes, cannot miss what has happened.',
      zh: '等待之前看一眼状态、醒来之后再看一眼的线程，不会错过已经发生的事。',
    },
  },
];

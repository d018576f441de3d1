import type { Prediction } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { lostBy, measured, waitInIntervals } from './measures.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'two-threads',
    modes: ['free'],
    question: {
      en: 'Several threads compute under one interpreter lock, on a machine with more than one core. How much do all of them together get done, against one thread alone?',
      zh: '机器不止一个核心，几个线程在同一把解释器锁下计算。它们合起来完成的工作，是单个线程的多少？',
    },
    choices: [
      { id: 'more', text: { en: 'much more: there are several', zh: '多得多：线程多嘛' }, misconception: 'C7' },
      { id: 'same', text: { en: 'about as much', zh: '差不多' } },
      { id: 'less', text: { en: 'less than half', zh: '不到一半' } },
    ],
    answer(trace) {
      const speedUp = measured(trace, 'speed-up');
      if (!speedUp) return undefined;
      const choice = speedUp.value > 1.5 ? 'more' : speedUp.value < 0.5 ? 'less' : 'same';
      return { choice, seq: speedUp.seq };
    },
    afterwards: {
      en: 'More threads sounds like more work done, and without the lock it would be. With it one thread computes at a time; the others wait.',
      zh: '线程多，听起来就干得多；没有这把锁的话确实如此。有了它，每个时刻只有一个线程在计算，其余的都在等。',
    },
  },
  {
    id: 'input-wait',
    modes: ['free'],
    question: {
      en: 'A thread that slept for 1 ms without the lock wakes up and wants it back, while another thread computes. How long does it usually wait?',
      zh: '一个线程在锁外睡了 1 毫秒，醒来想要回锁，而另一个线程正在计算。它通常要等多久？',
    },
    choices: [
      {
        id: 'none',
        text: { en: 'hardly: whoever wakes goes first', zh: '几乎不等：醒来的先走' },
        misconception: 'C8',
      },
      { id: 'one', text: { en: 'about one switch interval', zh: '大约一个切换间隔' } },
      { id: 'more', text: { en: 'longer than that', zh: '比这更久' } },
    ],
    answer(trace) {
      const wait = waitInIntervals(trace);
      if (!wait) return undefined;
      return { choice: wait.intervals < 0.5 ? 'none' : wait.intervals < 1.5 ? 'one' : 'more', seq: wait.seq };
    },
    afterwards: {
      en: 'Nobody hands the lock to the one who waited for input. It must wait a whole interval before it may even ask, and with more computing threads another of them may take the lock first.',
      zh: '没有谁会把锁优先交给等过输入的线程。它先要等满一个间隔才能提出请求；计算的线程多时，锁还可能被别的线程先拿走。',
    },
  },
  {
    id: 'stepped-total',
    modes: ['stepped'],
    question: {
      en: 'Two threads of the real CPython execute the statement equally often. You choose who executes the next instruction. Can an update get lost?',
      zh: '真正的 CPython 里，两个线程执行这条语句的次数相同。下一条指令由谁执行，由你决定。会丢失更新吗？',
    },
    choices: [
      {
        id: 'kept',
        text: { en: 'no: the lock protects the statement', zh: '不会：锁保护着这条语句' },
        misconception: 'C6',
      },
      { id: 'lost', text: { en: 'yes, if you choose so', zh: '会，只要你这样安排' } },
    ],
    answer(trace) {
      const outcome = findEvent(trace, (event) => event.kind === 'outcome.observed');
      if (outcome?.kind !== 'outcome.observed') return undefined;
      return { choice: outcome.expected ? 'kept' : 'lost', seq: outcome.seq };
    },
    afterwards: {
      en: 'The lock protects one instruction, and the statement is four. If nothing was lost, another order of the same instructions would have lost one.',
      zh: '锁保护的是一条指令，而这条语句有四条。如果这次没有丢失，同样的指令换个次序就会丢。',
    },
  },
  {
    id: 'which-form',
    modes: ['batch'],
    question: {
      en: 'Two threads of the Python installed here run each form millions of times, at full speed and without a lock of their own. Which form loses updates?',
      zh: '这里安装的 Python 用两个线程全速把每种写法跑上百万次，不另外加锁。哪种写法会丢失更新？',
    },
    choices: [
      { id: 'both', text: { en: 'total += 1 and total += int(1)', zh: 'total += 1 和 total += int(1)' } },
      { id: 'call', text: { en: 'only total += int(1)', zh: '只有 total += int(1)' } },
      { id: 'plain', text: { en: 'only total += 1', zh: '只有 total += 1' } },
      { id: 'none', text: { en: 'neither: there is the GIL', zh: '都不会：有 GIL 呢' }, misconception: 'C6' },
    ],
    answer(trace) {
      const plain = lostBy(trace, 'plain');
      const call = lostBy(trace, 'converting');
      if (!plain || !call) return undefined;
      const choice = plain.value > 0 ? (call.value > 0 ? 'both' : 'plain') : call.value > 0 ? 'call' : 'none';
      return { choice, seq: call.seq };
    },
    afterwards: {
      en: 'It depends on the version. Since 3.10 CPython looks for a request to switch only at calls and at the end of a loop’s round, never between the four instructions of total += 1; before, it could be anywhere.',
      zh: '这取决于版本。3.10 起，CPython 只在函数调用处和每轮循环末尾查看是否要切换，不会在 total += 1 的四条指令之间查看；在那之前，哪里都可能。',
    },
  },
];

import { howMany, type Prediction, searchAnswer } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { halfRecord, killed, lastPlainEnds } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'when-does-it-end',
    modes: ['stepped', 'free'],
    question: {
      en: 'Main’s code ends while other threads live. When does the program end?',
      zh: '主线程的代码结束时，别的线程还活着。程序什么时候结束？',
    },
    choices: [
      { id: 'main', text: { en: 'then', zh: '就在那时' }, misconception: 'D1' },
      {
        id: 'plain',
        text: { en: 'when the last thread has ended that is no daemon', zh: '最后一个非守护线程结束时' },
      },
      {
        id: 'all',
        text: { en: 'when all have ended, daemons too', zh: '全部结束时，包括守护线程' },
        misconception: 'D2',
      },
    ],
    answer(trace) {
      const last = lastPlainEnds(trace);
      const isDecided = last !== undefined && last.actor !== 'main' && killed(trace) !== undefined;
      return isDecided ? { choice: 'plain', seq: last.seq } : undefined;
    },
    afterwards: {
      en: 'Main’s last line is not the program’s end. Python first waits for every thread that is no daemon; main is one of those, not their master.',
      zh: '主线程的最后一行不是程序的终点。Python 先等所有非守护线程；主线程只是其中之一，不是它们的主人。',
    },
  },
  {
    id: 'the-last-record',
    modes: ['stepped', 'free'],
    question: {
      en: 'A record is a row and its entry in the index. How does the last record look when all is over?',
      zh: '一条记录包括一行数据和一个索引项。一切结束后，最后一条记录是什么样？',
    },
    choices: [
      {
        id: 'finished',
        text: { en: 'whole: a daemon may finish what it has begun', zh: '完整：守护线程可以做完手头的事' },
        misconception: 'D3',
      },
      { id: 'half', text: { en: 'half: it was ended in between', zh: '只有一半：中途被终止' } },
      { id: 'between', text: { en: 'whole: the end came between two records', zh: '完整：结束恰好落在两条之间' } },
      { id: 'by-itself', text: { en: 'whole: the writer ended by itself', zh: '完整：写入线程自己结束了' } },
    ],
    answer(trace) {
      const end = findEvent(trace, (event) => event.kind === 'run.ended');
      if (!end) return undefined;
      const half = halfRecord(trace);
      if (half) return { choice: 'half', seq: half.seq };
      const cut = killed(trace);
      if (cut?.actor === 't2') return { choice: 'between', seq: cut.seq };
      const own = findEvent(trace, (event) => event.kind === 'thread.finished' && event.actor === 't2');
      return { choice: 'by-itself', seq: own?.seq ?? end.seq };
    },
    afterwards: {
      en: 'A daemon is not asked and not told. No “finally” runs, no file is flushed. Where it stood is where it ends.',
      zh: '没有人询问守护线程，也没有人通知它。finally 不会执行，文件不会刷新。停在哪里，就结束在哪里。',
    },
  },
  {
    id: 'how-often-half',
    modes: ['batch'],
    question: {
      en: 'The same program many times at full speed. How often is the last record half written?',
      zh: '同一程序全速运行多次。最后一条记录有多少次只写了一半？',
    },
    choices: [
      { id: 'none', text: { en: 'never', zh: '从不' }, misconception: 'C2' },
      { id: 'some', text: { en: 'sometimes', zh: '有时' } },
      { id: 'all', text: { en: 'always', zh: '总是' } },
    ],
    answer: (trace) => howMany(trace, ({ expected }) => !expected),
    afterwards: {
      en: 'It depends on where the writer stands in that millisecond. A test that passes says little about the next run.',
      zh: '这取决于那一毫秒写入线程停在哪里。一次测试通过，说明不了下一次。',
    },
  },
  {
    id: 'can-it-be-half',
    modes: ['search'],
    question: {
      en: 'Is there an order of steps that leaves half a record behind?',
      zh: '有没有一种步骤次序，会留下半条记录？',
    },
    choices: [
      { id: 'bug', text: { en: 'yes', zh: '有' } },
      { id: 'proof', text: { en: 'no, none', zh: '没有' } },
    ],
    answer: searchAnswer,
    afterwards: {
      en: 'As long as nobody waits for the writer, the end may come between its two steps. Asking it to stop is not enough: somebody must wait until it has.',
      zh: '只要没有人等写入线程，结束就可能落在它的两步之间。请它停下还不够：要有人等到它真的停下。',
    },
  },
];

import { findOf, hasFlag, type Prediction } from '@lockstep/lab';
import {
  deadlocked,
  emptySend,
  emptySent,
  endWithout,
  gaveUp,
  leftAfter,
  sawSegments,
  waitsForAnswer,
} from './readings.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'what-leaves',
    modes: ['free'],
    question: {
      en: 'The client calls send(b""). What leaves its host because of that?',
      zh: '客户端调用 send(b"")。这个调用让它的主机发出什么？',
    },
    choices: [
      { id: 'empty', text: { en: 'a segment without data', zh: '一个不带数据的报文段' }, misconception: 'N1' },
      { id: 'fin', text: { en: 'a FIN', zh: '一个 FIN' }, misconception: 'N5' },
      { id: 'nothing', text: { en: 'nothing', zh: '什么也没有' } },
      { id: 'not-here', text: { en: 'it is not called in this run', zh: '这次运行没有这样调用' } },
    ],
    answer(trace) {
      const without = endWithout(trace);
      if (without) return { choice: 'not-here', seq: without.seq };
      const returned = emptySent(trace);
      const end = findOf(trace, 'run.ended', () => true);
      if (!returned || !end || !sawSegments(trace)) return undefined;
      const left = leftAfter(trace);
      if (!left || left.seq > (gaveUp(trace)?.seq ?? left.seq)) return { choice: 'nothing', seq: returned.seq };
      return { choice: hasFlag(left, 'FIN') ? 'fin' : 'empty', seq: left.seq };
    },
    afterwards: {
      en: 'A letter with nothing in it is still a letter; a pour with nothing in it is no water. TCP pours. (UDP sends letters: there an empty one arrives.)',
      zh: '空信封还是一封信；倒一杯空水，就什么也没倒。TCP 是倒水。（UDP 才是寄信：空的也会到。）',
    },
  },
  {
    id: 'how-it-ends',
    modes: ['free'],
    question: {
      en: 'After send(b"") the client calls recv(). How does that end?',
      zh: 'send(b"") 之后客户端调用 recv()。结果怎样？',
    },
    choices: [
      { id: 'answered', text: { en: 'the server sends b"" back', zh: '服务器发回 b""' } },
      { id: 'closed', text: { en: 'the server thinks that the client has closed', zh: '服务器以为客户端关闭了' } },
      { id: 'for-ever', text: { en: 'both wait for ever', zh: '双方永远等下去' } },
      { id: 'gives-up', text: { en: 'the client gives up', zh: '客户端放弃' } },
      { id: 'not-here', text: { en: 'it is not called in this run', zh: '这次运行没有这样调用' } },
    ],
    answer(trace) {
      const without = endWithout(trace);
      if (without) return { choice: 'not-here', seq: without.seq };
      const stuck = deadlocked(trace);
      if (stuck && waitsForAnswer(trace)) return { choice: 'for-ever', seq: stuck.seq };
      const failed = gaveUp(trace);
      return failed && emptySend(trace) ? { choice: 'gives-up', seq: failed.seq } : undefined;
    },
    afterwards: {
      en: 'recv() returns b"" at the end of the stream, so send(b"") seems to be its twin. It is not: the end is a FIN, and only close() or shutdown() sends one.',
      zh: '流结束时 recv() 返回 b""，于是 send(b"") 看上去像是它的另一半。不是的：结束是 FIN，只有 close() 或 shutdown() 才会发。',
    },
  },
];

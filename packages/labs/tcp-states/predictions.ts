import { findOf, type Prediction } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { afterState, causeOf, journeyOf } from './journeys.ts';

const end = (trace: Trace) => findOf(trace, 'run.ended', () => true);

export const predictions: readonly Prediction[] = [
  {
    id: 'client-leaves',
    modes: ['free', 'stepped'],
    question: {
      en: 'Where does the client’s token go from ESTABLISHED?',
      zh: '客户端的棋子从 ESTABLISHED 走到哪里？',
    },
    choices: [
      { id: 'FIN-WAIT-1', text: { en: 'FIN-WAIT-1', zh: 'FIN-WAIT-1' } },
      { id: 'CLOSE-WAIT', text: { en: 'CLOSE-WAIT', zh: 'CLOSE-WAIT' } },
      { id: 'TIME-WAIT', text: { en: 'straight to TIME-WAIT', zh: '直接到 TIME-WAIT' } },
      { id: 'CLOSED', text: { en: 'straight to CLOSED', zh: '直接到 CLOSED' }, misconception: 'N5' },
      { id: 'never', text: { en: 'it never gets to ESTABLISHED', zh: '它到不了 ESTABLISHED' } },
    ],
    answer(trace) {
      const journey = journeyOf(trace, 'client');
      const left = journey.find(({ was }) => was === 'ESTABLISHED');
      if (left) return { choice: left.state, seq: left.seq };
      const over = end(trace);
      const isNever = over && journey.every(({ state }) => state !== 'ESTABLISHED');
      return isNever ? { choice: 'never', seq: over.seq } : undefined;
    },
    afterwards: {
      en: 'Who closes goes left, to FIN-WAIT-1. Who is closed on goes right, to CLOSE-WAIT. Client or server does not matter.',
      zh: '主动关闭的往左，到 FIN-WAIT-1；被动关闭的往右，到 CLOSE-WAIT。与客户端还是服务器无关。',
    },
  },
  {
    id: 'out-of-close-wait',
    modes: ['free', 'stepped'],
    question: { en: 'What takes a token out of CLOSE-WAIT?', zh: '什么让棋子离开 CLOSE-WAIT？' },
    choices: [
      { id: 'time', text: { en: 'a timer of the kernel', zh: '内核的定时器' }, misconception: 'N5' },
      { id: 'segment', text: { en: 'a segment from the other end', zh: '对方发来的报文段' } },
      { id: 'call', text: { en: 'close(), called by its own program', zh: '自己的程序调用 close()' } },
      { id: 'not-here', text: { en: 'no token gets there in this run', zh: '这次运行没有棋子到那里' } },
    ],
    answer(trace) {
      const left = afterState(trace, 'CLOSE-WAIT');
      const cause = causeOf(trace, left);
      if (left && cause) return { choice: cause, seq: left.seq };
      const over = end(trace);
      const isNotHere = over && !findOf(trace, 'socket.state', ({ state }) => state === 'CLOSE-WAIT');
      return isNotHere ? { choice: 'not-here', seq: over.seq } : undefined;
    },
    afterwards: {
      en: 'The kernel never closes for a program that lives: it might still have something to send. A table full of CLOSE-WAIT is a bug of yours.',
      zh: '程序还活着，内核就不会替它关闭：它也许还有话要发。满表的 CLOSE-WAIT 是你自己的 bug。',
    },
  },
];

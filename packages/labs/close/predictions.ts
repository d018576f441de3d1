import { findOf, hasEnded, type Prediction } from '@lockstep/lab';
import { closingSegments, firstFin, newsOfTheEnd, reset, timeWaiters } from './ending.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-many',
    modes: ['free'],
    question: {
      en: 'How many segments does the end of this connection take, from the first FIN or RST on?',
      zh: '从第一个 FIN 或 RST 算起，这个连接的结束要走几个报文段？',
    },
    choices: [
      { id: 'one', text: { en: '1', zh: '1 个' } },
      { id: 'two', text: { en: '2: FIN and ACK', zh: '2 个：FIN 和 ACK' }, misconception: 'N5' },
      { id: 'three', text: { en: '3', zh: '3 个' } },
      { id: 'four', text: { en: '4', zh: '4 个' } },
      { id: 'more', text: { en: 'more', zh: '更多' } },
    ],
    answer(trace) {
      const segments = closingSegments(trace);
      const last = segments.at(-1);
      return last && { choice: COUNTS[segments.length] ?? 'more', seq: last.seq };
    },
    afterwards: {
      en: 'Two directions, each with a FIN and an ACK: four. Two of them may share a segment, and a reset needs no answer.',
      zh: '两个方向，各要一个 FIN 和一个 ACK：四个。其中两个可以合成一个；而重置不需要回答。',
    },
  },
  {
    id: 'what-recv',
    modes: ['free'],
    question: {
      en: 'The other program waits in recv(). What does it get when the first end is done?',
      zh: '另一个程序正等在 recv() 里。先结束的一端结束后，它得到什么？',
    },
    choices: [
      { id: 'nothing', text: { en: 'nothing: it goes on waiting', zh: '什么也没有，继续等' } },
      { id: 'empty', text: { en: 'b"", an empty answer', zh: 'b""，空的结果' } },
      { id: 'error', text: { en: 'ConnectionResetError', zh: 'ConnectionResetError' } },
      { id: 'not-asked', text: { en: 'it does not ask in this run', zh: '这次运行它没有问' } },
    ],
    answer(trace) {
      const news = newsOfTheEnd(trace);
      if (news) return { choice: news.error === undefined ? 'empty' : 'error', seq: news.seq };
      const end = findOf(trace, 'run.ended', () => true);
      return end && { choice: end.reason === 'deadlock' ? 'nothing' : 'not-asked', seq: end.seq };
    },
    afterwards: {
      en: 'A FIN stands after the last byte, so it is read last: as an answer of no bytes. A reset stands nowhere: it is an error.',
      zh: 'FIN 排在最后一个字节之后，所以最后才读到它：零字节的结果。重置不在队列里，它是一个错误。',
    },
  },
  {
    id: 'time-wait',
    modes: ['free'],
    question: { en: 'Who will have to stay in TIME-WAIT?', zh: '谁要停留在 TIME-WAIT？' },
    choices: [
      { id: 'first', text: { en: 'the end that closes first', zh: '先关闭的一端' } },
      { id: 'second', text: { en: 'the end that closes second', zh: '后关闭的一端' }, misconception: 'N5' },
      { id: 'both', text: { en: 'both', zh: '两端都要' } },
      { id: 'nobody', text: { en: 'nobody', zh: '谁也不用' } },
    ],
    answer(trace) {
      const end = findOf(trace, 'run.ended', () => true);
      if (!end || !hasEnded(trace) || !(firstFin(trace) ?? reset(trace))) return undefined;
      const [waiter, another] = timeWaiters(trace);
      if (!waiter) return { choice: 'nobody', seq: end.seq };
      if (another) return { choice: 'both', seq: another.seq };
      return { choice: waiter.actor === `${firstFin(trace)?.from}.kernel` ? 'first' : 'second', seq: waiter.seq };
    },
    afterwards: {
      en: 'Whoever sends the last ACK cannot know whether it arrived. It stays to repeat it, and so that old segments die out.',
      zh: '发出最后一个 ACK 的一端不知道它是否到达，所以留下来以便重发，也让旧报文段消失。',
    },
  },
];

const COUNTS: readonly (string | undefined)[] = [undefined, 'one', 'two', 'three', 'four'];

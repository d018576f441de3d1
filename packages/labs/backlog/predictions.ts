import type { Prediction } from '@lockstep/lab';
import { firstAccepted, lettingIn, longestQueue, resetOf, shutOut } from './attempts.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-many',
    modes: ['free'],
    question: {
      en: 'The server calls listen(n) and falls asleep. How many clients are connected before it first calls accept()?',
      zh: '服务器调用 listen(n) 之后就睡了。在它第一次调用 accept() 之前，有几个客户端连上？',
    },
    choices: [
      { id: 'none', text: { en: 'none', zh: '一个也没有' }, misconception: 'N6' },
      { id: 'n', text: { en: 'n', zh: 'n 个' } },
      { id: 'one-more', text: { en: 'n + 1', zh: 'n + 1 个' } },
      { id: 'all', text: { en: 'all of them', zh: '全部' } },
    ],
    answer(trace) {
      const longest = longestQueue(trace);
      if (!longest || !shutOut(trace)) return undefined;
      const backlog = Number(trace.header.knobs['backlog']);
      const choice = new Map([
        [0, 'none'],
        [backlog, 'n'],
        [backlog + 1, 'one-more'],
      ]).get(longest.waiting);
      return choice === undefined ? undefined : { choice, seq: longest.seq };
    },
    afterwards: {
      en: 'n is what the manual lets one expect. Linux turns a SYN away only when more than n connections are waiting already, so one more gets in.',
      zh: '读手册会以为是 n。Linux 要等到已有超过 n 个连接在等时才不理新的 SYN，于是多进来一个。',
    },
  },
  {
    id: 'next',
    modes: ['free'],
    question: {
      en: 'One client too many. What does it hear?',
      zh: '多出来的那个客户端会听到什么？',
    },
    choices: [
      { id: 'refused', text: { en: '“connection refused”', zh: '“拒绝连接”' } },
      { id: 'at-once', text: { en: 'nothing, and yes as soon as there is room', zh: '什么也没有；一有空位就连上' } },
      { id: 'again', text: { en: 'nothing, until it has asked again', zh: '什么也没有，直到它再问一次' } },
    ],
    answer(trace) {
      const { attempt } = shutOut(trace) ?? {};
      if (!attempt) return undefined;
      const reset = resetOf(trace, attempt);
      if (reset && reset.seq < (attempt.connected?.seq ?? trace.length)) return { choice: 'refused', seq: reset.seq };
      const [syn, accepted] = [lettingIn(attempt), firstAccepted(trace)];
      if (!syn || !accepted || syn.seq < accepted.seq || syn.seq === attempt.syns[0]?.seq) return undefined;
      return { choice: 'again', seq: syn.seq };
    },
    afterwards: {
      en: 'A queue that is full sounds like a refusal. But the kernel drops the SYN without a word, as if it had been lost, and the client’s kernel does what it does about loss: it sends the SYN again.',
      zh: '队列满了，听起来就该拒绝。可内核只是默默丢掉 SYN，好像它在路上丢了一样；客户端内核就照对付丢失的办法：再发一次。',
    },
  },
];

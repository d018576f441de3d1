import { findOf, type Prediction } from '@lockstep/lab';
import { LIED_ABOUT, MESSAGES } from './messages.ts';
import {
  decodedOf,
  firstFalse,
  isTrue,
  plannedFor,
  refusalOf,
  settingIn,
  splitHeader,
  stuckSince,
} from './readings.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'split-header',
    modes: ['free'],
    question: {
      en: 'The client reads 10 bytes at a time, so a header of 8 digits arrives in two pieces. What does the framer do with the first piece?',
      zh: '客户端每次读 10 字节，于是有一个 8 位数字的首部分两段到达。拿到前一段时，成帧器怎么办？',
    },
    choices: [
      { id: 'wrong', text: { en: 'takes it for a shorter number', zh: '当作一个位数少的数' }, misconception: 'N1' },
      { id: 'refuses', text: { en: 'refuses it', zh: '拒绝它' } },
      { id: 'keeps', text: { en: 'keeps it until the rest is there', zh: '留着，等其余的到齐' } },
      { id: 'not-here', text: { en: 'no header is cut in this run', zh: '这次运行没有首部被切断' } },
    ],
    answer(trace) {
      const over = findOf(trace, 'run.ended', () => true);
      if (!over) return undefined;
      const split = splitHeader(trace);
      if (!split) return { choice: 'not-here', seq: over.seq };
      const refused = refusalOf(trace);
      if (refused && refused.first <= split.message.first) return { choice: 'refuses', seq: refused.seq };
      const decoded = decodedOf(trace).find(({ first }) => first === split.message.first);
      const isKept = decoded && isTrue(decoded, plannedFor(settingIn(trace)));
      return { choice: isKept ? 'keeps' : 'wrong', seq: decoded?.seq ?? split.seq };
    },
    afterwards: {
      en: 'A header looks like one thing. It is eight bytes like all others, and recv() may stop after any of them. Reading it with one recv(8) only works until it does not.',
      zh: '首部看上去是一个整体，其实和别的字节没有两样，recv() 在哪一个后面都可能停下。用一次 recv(8) 去读它，能行只是碰巧。',
    },
  },
  {
    id: 'how-many',
    modes: ['free'],
    question: {
      en: 'The server sends five messages. What will the client find?',
      zh: '服务器发出五条消息。客户端会找到什么？',
    },
    choices: [
      { id: 'five', text: { en: 'the five, as they were sent', zh: '正是那五条' } },
      { id: 'more', text: { en: 'more than five', zh: '多于五条' } },
      { id: 'fewer', text: { en: 'fewer than five', zh: '少于五条' } },
      { id: 'others', text: { en: 'five, but not the same', zh: '五条，但内容不对' }, misconception: 'N1' },
    ],
    answer(trace) {
      const over = findOf(trace, 'run.ended', () => true);
      if (!over) return undefined;
      const decoded = decodedOf(trace);
      const wrong = firstFalse(trace);
      const last = decoded.at(-1) ?? over;
      if (decoded.length > MESSAGES.length) return { choice: 'more', seq: decoded[MESSAGES.length]?.seq ?? over.seq };
      if (decoded.length < MESSAGES.length) return { choice: 'fewer', seq: last.seq };
      return wrong ? { choice: 'others', seq: wrong.seq } : { choice: 'five', seq: last.seq };
    },
    afterwards: {
      en: 'It depends on one thing only: whether both ends mean the same by the same bytes. How recv() cuts them plays no part, once there is a framing.',
      zh: '只取决于一件事：同样的字节，两端的理解是否相同。有了成帧，recv() 怎么切就无关紧要。',
    },
  },
  {
    id: 'liar',
    modes: ['free'],
    question: {
      en: 'If the header of message 4 lies, or its bytes are not what they were: what becomes of it at the client?',
      zh: '如果第 4 条消息的首部说谎，或者内容已经变了：客户端会怎样？',
    },
    choices: [
      { id: 'refused', text: { en: 'it notices and refuses', zh: '发现，并拒绝' } },
      { id: 'silent', text: { en: 'it takes a wrong message for a right one', zh: '把错的消息当成对的' } },
      { id: 'waits', text: { en: 'it waits for ever', zh: '永远等下去' } },
      { id: 'harmless', text: { en: 'nothing: no length was sent', zh: '没事：根本没有发送长度' } },
      { id: 'not-here', text: { en: 'nobody lies in this run', zh: '这次运行没有谎话' } },
    ],
    answer(trace) {
      const over = findOf(trace, 'run.ended', () => true);
      if (!over) return undefined;
      const { framing, lie } = settingIn(trace);
      if (lie === 'none') return { choice: 'not-here', seq: over.seq };
      if (lie !== 'corrupted' && (framing === 'none' || framing === 'newline'))
        return { choice: 'harmless', seq: over.seq };
      const wrong = firstFalse(trace, LIED_ABOUT + 1);
      const refused = refusalOf(trace);
      const stuck = stuckSince(trace);
      if (wrong) return { choice: 'silent', seq: wrong.seq };
      if (refused) return { choice: 'refused', seq: refused.seq };
      return stuck ? { choice: 'waits', seq: stuck.seq } : { choice: 'harmless', seq: over.seq };
    },
    afterwards: {
      en: 'A check finds what cannot be true. It does not find what might be: a length that is a little too long looks as honest as any.',
      zh: '检查只能发现不可能为真的东西。稍稍偏大的长度，看上去和真的一样，谁也看不出来。',
    },
  },
];

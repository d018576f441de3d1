import { findOf, type Prediction } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { countRead, early, isWhole, repair, repeats } from './readings.ts';

const end = (trace: Trace) => findOf(trace, 'run.ended', () => true);
const QUICK_US = 100_000;
const LONG_US = 700_000;

export const predictions: readonly Prediction[] = [
  {
    id: 'beyond',
    modes: ['free', 'stepped'],
    question: {
      en: 'Block B is missing and block C arrives. What does the server’s kernel answer?',
      zh: 'B 块缺着，C 块到了。服务器内核怎样回答？',
    },
    choices: [
      { id: 'this', text: { en: '“I have C”: an ACK for C', zh: '“C 收到”：对 C 的 ACK' } },
      { id: 'same', text: { en: '“I still wait for B”: the last ACK again', zh: '“我还在等 B”：重复上一个 ACK' } },
      { id: 'nothing', text: { en: 'nothing, until B is there', zh: 'B 到之前不作声' } },
      { id: 'not-here', text: { en: 'nothing arrives out of turn in this run', zh: '这次运行没有越过空洞的' } },
    ],
    answer(trace) {
      const over = end(trace);
      const first = early(trace)[0];
      if (!first) return over && { choice: 'not-here', seq: over.seq };
      const { answer, segment } = first;
      if (!answer) return over && { choice: 'nothing', seq: over.seq };
      const isBefore = ((answer.acknowledgment - segment.sequence) | 0) <= 0;
      return { choice: isBefore ? 'same' : 'this', seq: answer.seq };
    },
    afterwards: {
      en: 'An ACK number means “I have everything before this”. With a hole before C there is no number that says “C, but not B”; the option SACK was invented to add it.',
      zh: 'ACK 号的意思是“在此之前的全有了”。C 前面有空洞，就没有哪个号能说“有 C，没有 B”；SACK 选项就是为补上这句话而发明的。',
    },
  },
  {
    id: 'why-again',
    modes: ['free', 'stepped'],
    question: {
      en: 'With the knobs as they are: what makes the client’s kernel send something again?',
      zh: '照现在的旋钮：什么使客户端内核重传？',
    },
    choices: [
      { id: 'answers', text: { en: 'answers that tell of a hole', zh: '说明有空洞的那些回答' } },
      { id: 'timeout', text: { en: 'no answer in time', zh: '迟迟没有回答' } },
      { id: 'probe', text: { en: 'a probe, before the time-out', zh: '超时之前的一次探测' } },
      { id: 'program', text: { en: 'its program sends again', zh: '程序自己重发' } },
      { id: 'nothing', text: { en: 'nothing has to be sent again', zh: '什么都不必重传' } },
    ],
    answer(trace) {
      const over = end(trace);
      if (!over) return undefined;
      const first = repair(trace) ?? repeats(trace)[0];
      if (!first) return { choice: 'nothing', seq: over.seq };
      return first.reason && { choice: first.reason, seq: first.again.seq };
    },
    afterwards: {
      en: 'The program called sendall() once and knows nothing of this. Where later blocks arrive, their answers betray the hole at once; where nothing comes after, only the clock can tell.',
      zh: '程序只调用了一次 sendall()，对此一无所知。后面还有块到达时，它们引来的回答立刻暴露空洞；后面什么都没有时，只能靠时钟。',
    },
  },
  {
    id: 'how-long',
    modes: ['free'],
    question: {
      en: 'How long is it, from the sending of what is lost to its first repetition?',
      zh: '从发出丢掉的那一个，到第一次重传，隔多久？',
    },
    choices: [
      { id: 'quick', text: { en: 'less than 0.1 s', zh: '不到 0.1 秒' } },
      { id: 'timeout', text: { en: '0.1 to 0.7 s', zh: '0.1 至 0.7 秒' } },
      { id: 'long', text: { en: 'longer', zh: '更久' } },
      { id: 'not-here', text: { en: 'nothing lost is sent again', zh: '没有丢了又重传的' } },
    ],
    answer(trace) {
      const over = end(trace);
      if (!over) return undefined;
      const first = repair(trace);
      if (!first) return { choice: 'not-here', seq: over.seq };
      const { again, original } = first;
      const us = again.at - original.at;
      return { choice: us < QUICK_US ? 'quick' : us < LONG_US ? 'timeout' : 'long', seq: again.seq };
    },
    afterwards: {
      en: 'Answers come within a round trip. Linux’s shortest time-out is 200 ms, and for a SYN, before anything was measured, one second (RFC 6298).',
      zh: '回答只要一个往返。Linux 最短的超时是 200 毫秒；SYN 时还什么都没测过，是一秒（RFC 6298）。',
    },
  },
  {
    id: 'program-sees',
    modes: ['free', 'stepped'],
    question: {
      en: 'What does the server’s program get from its recv() calls?',
      zh: '服务器程序从它的 recv() 里得到什么？',
    },
    choices: [
      { id: 'whole', text: { en: 'every byte once, in order', zh: '每个字节一次，次序不变' } },
      { id: 'late', text: { en: 'what was lost comes last', zh: '丢过的排在最后' } },
      { id: 'twice', text: { en: 'something twice', zh: '有的得到两次' } },
      { id: 'hole', text: { en: 'a hole', zh: '有个空洞' } },
    ],
    answer(trace) {
      const count = countRead(trace);
      return count && isWhole(trace) ? { choice: 'whole', seq: count.seq } : undefined;
    },
    afterwards: {
      en: 'The receiving kernel keeps what came too early and throws away what came twice. For the program all of it is only a longer wait.',
      zh: '接收方内核留着来早了的，扔掉来重了的。对程序来说，不过是多等一会儿。',
    },
  },
];

import { findOf, type Prediction } from '@lockstep/lab';
import { isWhole, leftOver, receives, sends } from './readings.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'how-many',
    modes: ['free'],
    question: {
      en: 'With the knobs as they are: how many recv() will bring bytes, until all is read?',
      zh: '照现在的旋钮：读完全部数据，要几次有收获的 recv()？',
    },
    choices: [
      { id: 'same', text: { en: 'as many as there are send()', zh: '与 send() 一样多' }, misconception: 'N1' },
      { id: 'one', text: { en: 'one, with everything', zh: '一次，全部到手' } },
      { id: 'fewer', text: { en: 'fewer than send(), but not one', zh: '比 send() 少，但不止一次' } },
      { id: 'more', text: { en: 'more than send()', zh: '比 send() 多' } },
    ],
    answer(trace) {
      const [sent, received] = [sends(trace).length, receives(trace)];
      const last = received.at(-1);
      if (!last || !isWhole(trace)) return undefined;
      const count = received.length;
      const choice = count === sent ? 'same' : count === 1 ? 'one' : count < sent ? 'fewer' : 'more';
      return { choice, seq: last.event.seq };
    },
    afterwards: {
      en: 'A call for a call looks natural: one speaks, one listens. But recv() does not hear send(); it looks into a buffer and takes what is there.',
      zh: '一呼一应看上去很自然：一个说，一个听。可是 recv() 听不到 send()，它只看缓冲区，有什么取什么。',
    },
  },
  {
    id: 'rest',
    modes: ['free'],
    question: {
      en: 'More bytes wait than recv(n) asks for. What becomes of the rest?',
      zh: '等着的字节比 recv(n) 要的多。剩下的会怎样？',
    },
    choices: [
      { id: 'lost', text: { en: 'it is thrown away', zh: '被丢弃' }, misconception: 'N8' },
      { id: 'error', text: { en: 'recv() raises an error', zh: 'recv() 抛出异常' } },
      { id: 'kept', text: { en: 'it stays for the next recv()', zh: '留给下一次 recv()' } },
      { id: 'not-here', text: { en: 'nothing is left over in this run', zh: '这次运行没有剩下' } },
    ],
    answer(trace) {
      const over = findOf(trace, 'run.ended', () => true);
      if (!over || !isWhole(trace)) return undefined;
      const left = leftOver(trace);
      return left ? { choice: 'kept', seq: left.next.event.seq } : { choice: 'not-here', seq: over.seq };
    },
    afterwards: {
      en: 'A datagram that is too long for recv() is cut off: UDP does lose the rest. TCP’s kernel keeps every byte until a program has taken it.',
      zh: '数据报太长，recv() 装不下，多的会被截掉：UDP 确实会丢。TCP 的内核则一直留着每个字节，直到程序取走。',
    },
  },
];

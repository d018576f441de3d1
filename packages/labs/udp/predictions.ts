import type { Prediction } from '@lockstep/lab';
import { cutOff, nothingLeft, takenFromMany } from './readings.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'one-call',
    modes: ['free'],
    question: {
      en: 'Several datagrams wait while the server sleeps. What does its first recvfrom() return?',
      zh: '服务器睡着时，有好几个数据报在等。它的第一次 recvfrom() 返回什么？',
    },
    choices: [
      { id: 'joined', text: { en: 'all of them, joined', zh: '全部，连在一起' }, misconception: 'N8' },
      { id: 'one', text: { en: 'bytes of the first one only', zh: '只有第一个的字节' } },
      { id: 'last', text: { en: 'the newest', zh: '最新的一个' } },
    ],
    answer(trace) {
      const found = takenFromMany(trace);
      if (!found) return undefined;
      const { event, first } = found;
      return { choice: (event.bytes ?? 0) <= first.length ? 'one' : 'joined', seq: event.seq };
    },
    afterwards: {
      en: 'TCP would have joined them. UDP keeps each datagram apart, on the cable and in the receive queue: one send, one receive.',
      zh: 'TCP 会把它们连起来。UDP 无论在网线上还是在接收队列里，都让每个数据报各自独立：一次发送，一次接收。',
    },
  },
  {
    id: 'rest',
    modes: ['free'],
    question: {
      en: 'A datagram is longer than what recvfrom() asks for. Where is the rest?',
      zh: '数据报比 recvfrom() 要的更长。剩下的去哪里了？',
    },
    choices: [
      { id: 'next', text: { en: 'the next recvfrom() gets it', zh: '下一次 recvfrom() 取到' }, misconception: 'N8' },
      { id: 'gone', text: { en: 'it is gone', zh: '没有了' } },
      { id: 'error', text: { en: 'recvfrom() fails, and all stays', zh: 'recvfrom() 出错，数据都留着' } },
    ],
    answer(trace) {
      const cut = cutOff(trace);
      const end = nothingLeft(trace);
      return cut && end ? { choice: 'gone', seq: end.seq } : undefined;
    },
    afterwards: {
      en: 'With TCP the rest waits for the next recv(), so one expects it here. A datagram is taken whole or cut; the kernel does not keep half of one.',
      zh: '在 TCP 里，剩下的会等下一次 recv()，所以这里也容易这么想。数据报要么整个取走，要么被截断；内核不会留下半个。',
    },
  },
];

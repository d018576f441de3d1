import { type Prediction, returnsOf } from '@lockstep/lab';
import { endOf, glued, isWhole, received } from './readings.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'pieces',
    modes: ['free'],
    question: {
      en: 'Both servers read late, when all is there. How often does each one’s receive return something?',
      zh: '两个服务器都等数据到齐才读。各自的接收调用会有几次读到东西？',
    },
    choices: [
      { id: 'same', text: { en: 'both once for each message', zh: '都是每条消息一次' }, misconception: 'N1' },
      { id: 'tcp-fewer', text: { en: 'UDP for each datagram, TCP less often', zh: 'UDP 每个数据报一次，TCP 更少' } },
      { id: 'both-fewer', text: { en: 'both less often', zh: '都更少' }, misconception: 'N8' },
    ],
    answer(trace) {
      const end = endOf(trace, 'tcp');
      const last = received(trace, 'tcp').at(-1);
      if (!end || !last) return undefined;
      const sent = returnsOf(trace, 'sendall', 'tcp-client').length;
      const isFewer = received(trace, 'tcp').length < sent;
      return isFewer ? { choice: 'tcp-fewer', seq: (glued(trace) ?? last).seq } : { choice: 'same', seq: last.seq };
    },
    afterwards: {
      en: 'The program called send as often in both. Only one of the two protocols writes down where a call ended.',
      zh: '两边程序调用发送的次数一样。但只有一个协议记下了每次调用到哪里为止。',
    },
  },
  {
    id: 'whole',
    modes: ['free'],
    question: {
      en: 'The cable treats both alike, as you have set it. Which server’s program gets all messages, in order?',
      zh: '网线按你的设置，对两边一视同仁。哪个服务器的程序会按次序得到全部消息？',
    },
    choices: [
      { id: 'both', text: { en: 'both', zh: '两个都会' } },
      { id: 'tcp', text: { en: 'only TCP’s', zh: '只有 TCP 的' } },
      { id: 'udp', text: { en: 'only UDP’s', zh: '只有 UDP 的' } },
      { id: 'neither', text: { en: 'neither', zh: '两个都不会' } },
    ],
    answer(trace) {
      const [tcp, udp] = [isWhole(trace, 'tcp'), isWhole(trace, 'udp')];
      const seq = Math.max(endOf(trace, 'tcp')?.seq ?? 0, endOf(trace, 'udp')?.seq ?? 0);
      if (tcp === undefined || udp === undefined) return undefined;
      return { choice: tcp ? (udp ? 'both' : 'tcp') : udp ? 'udp' : 'neither', seq };
    },
    afterwards: {
      en: 'On a cable that carries everything both do. When it loses or swaps, TCP’s kernels repair it before the program sees anything; UDP hands on what comes, as it comes.',
      zh: '网线什么都送到时，两个都会。一旦丢失或调换，TCP 的内核会在程序看见之前补好；UDP 来什么就交什么，按来的次序。',
    },
  },
];

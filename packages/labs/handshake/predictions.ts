import { type Prediction, returnsOf, stateReached } from '@lockstep/lab';
import { acceptCalled, lostSyn, serverEstablished, synAgain } from './moments.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'when-established',
    modes: ['free', 'stepped'],
    question: {
      en: 'The server’s program sleeps before it calls accept(). When does the server’s end become ESTABLISHED?',
      zh: '服务器程序在调用 accept() 之前先睡一会儿。服务器一端何时进入 ESTABLISHED？',
    },
    choices: [
      { id: 'accept', text: { en: 'when it accepts', zh: '它调用 accept() 时' }, misconception: 'N6' },
      { id: 'ack', text: { en: 'on the third segment', zh: '第三个报文段到达时' } },
      { id: 'data', text: { en: 'on the first data', zh: '第一批数据到达时' }, misconception: 'N6' },
    ],
    answer(trace) {
      const established = serverEstablished(trace);
      if (!established) return undefined;
      const accept = acceptCalled(trace);
      const cause = established.cause === undefined ? undefined : trace.event(established.cause);
      const sent = cause?.cause === undefined ? undefined : trace.event(cause.cause);
      if (sent?.kind === 'tcp.segment-sent') return { choice: sent.length > 0 ? 'data' : 'ack', seq: established.seq };
      return accept && accept.seq < established.seq ? undefined : { choice: 'ack', seq: established.seq };
    },
    afterwards: {
      en: 'accept() is the only line of yours near the handshake, so it looks like the one that does it. The kernel had finished long before.',
      zh: '你的代码里离握手最近的一行就是 accept()，看上去像是它完成的。其实内核早已做完。',
    },
  },
  {
    id: 'time-wait',
    modes: ['free', 'stepped'],
    question: { en: 'Which end will have to stay in TIME-WAIT?', zh: '哪一端最后要停留在 TIME-WAIT？' },
    choices: [
      { id: 'client', text: { en: 'the client', zh: '客户端' } },
      { id: 'server', text: { en: 'the server', zh: '服务器' }, misconception: 'N5' },
      { id: 'both', text: { en: 'both', zh: '两端都要' }, misconception: 'N5' },
    ],
    answer(trace) {
      const reached = stateReached(trace, 'TIME-WAIT');
      return reached && { choice: reached.actor.startsWith('client') ? 'client' : 'server', seq: reached.seq };
    },
    afterwards: {
      en: 'Not the role decides but the order: whoever sends the first FIN waits. Let the other end close first and run again.',
      zh: '起作用的不是角色而是次序：谁先发 FIN，谁就等待。换另一端先关闭，再运行一次。',
    },
  },
  {
    id: 'lost-syn',
    modes: ['stepped'],
    question: {
      en: 'Drop the first SYN. What will the client’s kernel send next?',
      zh: '丢掉第一个 SYN。客户端内核接下来会发什么？',
    },
    choices: [
      { id: 'same', text: { en: 'the same SYN again', zh: '同一个 SYN 再发一次' } },
      { id: 'new', text: { en: 'a SYN with a new number', zh: '换一个序号的 SYN' }, misconception: 'N6' },
      {
        id: 'nothing',
        text: { en: 'nothing: connect() fails', zh: '什么也不发：connect() 失败' },
        misconception: 'N6',
      },
    ],
    answer(trace) {
      const lost = lostSyn(trace);
      if (!lost) return undefined;
      const again = synAgain(trace);
      if (again) return { choice: again.sequence === lost.sequence ? 'same' : 'new', seq: again.seq };
      const refused = returnsOf(trace, 'connect', 'client').find(({ error }) => error !== undefined);
      return refused && { choice: 'nothing', seq: refused.seq };
    },
    afterwards: {
      en: 'A number that was announced stays announced: the kernel cannot know whether the SYN or its answer was lost. connect() is still asleep.',
      zh: '宣布过的序号不会改：内核无从知道丢的是 SYN 还是对它的回答。connect() 此时还在睡。',
    },
  },
];

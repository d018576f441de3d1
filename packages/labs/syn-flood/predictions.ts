import { findOf, type Prediction } from '@lockstep/lab';
import { answersToNobody, clientsFate, forgedSyns, repeatedAnswer } from './flood.ts';

export const predictions: readonly Prediction[] = [
  {
    id: 'good-client',
    modes: ['free'],
    question: {
      en: 'The forged SYNs are over. The server’s program is idle, in accept(). A good client calls connect(). What happens?',
      zh: '伪造的 SYN 已经发完。服务器程序闲着，停在 accept() 里。一个好客户端调用 connect()，会怎样？',
    },
    choices: [
      { id: 'in', text: { en: 'it is connected at once', zh: '立刻连上' }, misconception: 'N6' },
      { id: 'refused', text: { en: 'it is refused', zh: '被拒绝' } },
      { id: 'gave-up', text: { en: 'no answer: it gives up', zh: '没有应答，只好放弃' } },
    ],
    answer(trace) {
      const fate = clientsFate(trace);
      return fate && forgedSyns(trace).length > 0 ? { choice: fate.kind, seq: fate.event.seq } : undefined;
    },
    afterwards: {
      en: 'A program that waits in accept() looks ready for everybody. But handshakes are the kernel’s business, and what ran out, if anything did, is the kernel’s room for unfinished ones.',
      zh: '停在 accept() 里的程序看上去随时可以接待。但握手是内核的事；如果有什么用完了，那是内核给未完成握手留的位置。',
    },
  },
  {
    id: 'answers',
    modes: ['free'],
    question: {
      en: 'The forged SYNs name senders that do not exist. What does the server’s kernel do with the first of them?',
      zh: '伪造的 SYN 写着并不存在的发送者。服务器内核怎样对待第一个？',
    },
    choices: [
      { id: 'nothing', text: { en: 'nothing: it sees the forgery', zh: '不理：它看得出是伪造的' } },
      { id: 'once', text: { en: 'answers it once', zh: '应答一次' } },
      { id: 'again', text: { en: 'answers it, and later once more', zh: '应答，过一会儿再应答' } },
    ],
    answer(trace) {
      const again = repeatedAnswer(trace);
      if (again) return { choice: 'again', seq: again.seq };
      const isOver = findOf(trace, 'run.ended', () => true) !== undefined;
      const [first] = answersToNobody(trace);
      return first && isOver ? { choice: 'once', seq: first.seq } : undefined;
    },
    afterwards: {
      en: 'Nothing in a SYN proves who sent it. So it is answered; and when no ACK comes, the kernel takes the answer for lost and sends it again. Each half-open connection is kept that long.',
      zh: 'SYN 里没有任何东西能证明是谁发的，所以要应答；ACK 迟迟不来，内核就当应答丢了，再发一次。每个半连接都要保留这么久。',
    },
  },
];

import type { Claim } from '@lockstep/lab';
import { ackAfterMs, atOnce, heldBack, latencyMs, rounds, writes } from './readings.ts';

const atOnceIsSent: Claim = {
  id: 'sent-at-once',
  text: { en: '“When send() returns, the data is on its way.”', zh: '“send() 返回了，数据就在路上了。”' },
  verdict(trace) {
    const [held] = heldBack(trace);
    if (!held) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'The second write had returned, and its bytes lay in the send buffer. They left when the ACK of the first part had come.',
        zh: '第二次写已经返回，字节却还躺在发送缓冲区里，等第一部分的 ACK 到了才发出。',
      },
      evidence: [held.write.returned.seq, held.arrival.seq, held.segment.seq],
    };
  },
};

const nagleHasTimer: Claim = {
  id: 'nagle-40-ms',
  text: { en: '“Nagle’s algorithm waits 40 milliseconds.”', zh: '“Nagle 算法会等 40 毫秒。”' },
  verdict(trace) {
    const [held] = heldBack(trace);
    if (!held) return undefined;
    const ms = ackAfterMs(trace, held);
    return {
      judgement: 'wrong',
      because: {
        en: `It has no clock: it waits for an ACK. Here the receiver’s kernel took ${ms} ms to send that ACK; as soon as it arrived, the bytes left.`,
        zh: `它没有钟，只等 ACK。这里接收方内核过了 ${ms} 毫秒才发那个 ACK；它一到，字节就走了。`,
      },
      evidence: [held.ack.seq, held.arrival.seq, held.segment.seq],
    };
  },
};

const noDelayIsRemedy: Claim = {
  id: 'nodelay-remedy',
  text: { en: '“The remedy is TCP_NODELAY.”', zh: '“解决办法就是 TCP_NODELAY。”' },
  verdict(trace) {
    const [round] = rounds(trace);
    if (!round || heldBack(trace).length > 0) return undefined;
    const ms = latencyMs(round);
    const evidence = [round.first.seq, round.answer.seq];
    const calls = writes(trace).filter(({ entered }) => entered.seq < round.answer.seq).length;
    if (trace.header.knobs['noDelay'] === true && calls > 1 && atOnce(trace))
      return {
        judgement: 'half-right',
        because: {
          en: `Nothing waited, and the answer came after ${ms} ms; but each write became a segment of its own, ${round.segments} of them, each with its headers. Try one write instead.`,
          zh: `没有谁在等，${ms} 毫秒后得到回答；可是每次写都成了一个报文段，共 ${round.segments} 个，各带各的首部。改成一次写试试。`,
        },
        evidence,
      };
    if (trace.header.knobs['noDelay'] !== true && calls === 1)
      return {
        judgement: 'wrong',
        because: {
          en: `One write did it without: nothing waited, ${round.segments} segment, and the answer came after ${ms} ms.`,
          zh: `一次写，不用它也行：没有谁在等，${round.segments} 个报文段，${ms} 毫秒后得到回答。`,
        },
        evidence,
      };
    return undefined;
  },
};

export const claims: readonly Claim[] = [atOnceIsSent, nagleHasTimer, noDelayIsRemedy];

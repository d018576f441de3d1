import type { Claim, Verdict } from '@lockstep/lab';
import { blockOf, coverages, lostAck, repair, repeats } from './readings.ts';

const ownAck: Claim = {
  id: 'own-ack',
  text: { en: '“Every segment gets its own ACK.”', zh: '“每个报文段都有自己的 ACK。”' },
  verdict(trace) {
    const covered = coverages(trace);
    const several = covered.find(({ segments }) => segments > 1);
    if (several) {
      const { ack, segments } = several;
      return {
        judgement: 'wrong',
        because: {
          en: `One ACK confirmed ${segments} segments here: its number says “everything before this”, and nobody is named.`,
          zh: `这里一个 ACK 确认了 ${segments} 个报文段：它的号说的是“在此之前的全部”，不点任何一个的名。`,
        },
        evidence: [ack.seq],
      };
    }
    if (covered.length < 2) return undefined;
    return {
      judgement: 'half-right',
      because: {
        en: `In this run it was so, ${covered.length} times: at its beginning a connection is answered at once. Nothing demands it; lose something, or let ACKs wait.`,
        zh: `这次运行确实如此，共 ${covered.length} 次：连接刚开始时，回答都是立即的。但没有规定必须这样；丢掉一个，或让 ACK 等等再看。`,
      },
      evidence: covered.map(({ ack }) => ack.seq),
    };
  },
};

const onlyTimeOut: Claim = {
  id: 'only-time-out',
  text: {
    en: '“What is lost is sent again when its time is out.”',
    zh: '“丢了的，要等超时才重传。”',
  },
  verdict(trace): Verdict | undefined {
    const first = repair(trace);
    if (!first) return undefined;
    const { again, original, reason } = first;
    const evidence = [original.seq, again.seq];
    const ms = Math.round((again.at - original.at) / 1000);
    if (reason === 'timeout')
      return {
        judgement: 'right',
        because: {
          en: `Here it was so: nothing that came later told of the hole, and after ${ms} ms the timer ran out.`,
          zh: `这里是这样：后面没有什么能说明有空洞，${ms} 毫秒后定时器到点。`,
        },
        evidence,
      };
    if (reason === undefined) return undefined;
    const block = blockOf(trace, original) ?? '?';
    return {
      judgement: 'wrong',
      because:
        reason === 'answers'
          ? {
              en: `The answers to later blocks told of the hole, and block ${block} left again after ${ms} ms; no timer had run out.`,
              zh: `后面各块引来的回答说明了空洞，${block} 块在 ${ms} 毫秒后重传；定时器并未到点。`,
            }
          : {
              en: `After ${ms} ms the kernel probed by sending the last block again, before it would have called it a time-out.`,
              zh: `${ms} 毫秒后，内核重发最后一块作为探测，还没有算作超时。`,
            },
      evidence,
    };
  },
};

const ackMatters: Claim = {
  id: 'ack-matters',
  text: {
    en: '“If an ACK is lost, the data is sent again.”',
    zh: '“ACK 丢了，数据就要重传。”',
  },
  verdict(trace) {
    const lost = lostAck(trace);
    if (!lost || repair(trace)) return undefined;
    const again = repeats(trace)[0];
    if (again)
      return {
        judgement: 'right',
        because: {
          en: 'Here it was sent again though it had arrived: no later ACK came in time.',
          zh: '这里数据明明到了，还是重传了：后面没有及时到达的 ACK。',
        },
        evidence: [lost.seq, again.again.seq],
      };
    const next = coverages(trace).find(({ ack }) => ack.seq > lost.seq);
    return {
      judgement: 'wrong',
      because: {
        en: 'Nothing was sent again. The next ACK said “everything before this”, and that included what the lost one had said.',
        zh: '什么也没有重传。下一个 ACK 说“在此之前的全部”，丢掉的那句话已经包含在内。',
      },
      evidence: next ? [lost.seq, next.ack.seq] : [lost.seq],
    };
  },
};

export const claims: readonly Claim[] = [ownAck, onlyTimeOut, ackMatters];

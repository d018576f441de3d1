import type { Claim } from '@lockstep/lab';
import { firstAccepted, halfOpenBefore, lettingIn, longestQueue, overflow, resetOf, shutOut } from './attempts.ts';

const nextIsRefused: Claim = {
  id: 'refused',
  text: {
    en: '“listen(5) holds five clients; the sixth is refused.”',
    zh: '“listen(5) 容纳五个客户端，第六个会被拒绝。”',
  },
  verdict(trace) {
    const { attempt } = shutOut(trace) ?? {};
    const longest = longestQueue(trace);
    const [first] = attempt?.syns ?? [];
    if (!attempt?.connected || !longest || !first || resetOf(trace, attempt)) return undefined;
    const unanswered = attempt.syns.length - 1;
    const backlog = String(trace.header.knobs['backlog']);
    return {
      judgement: 'wrong',
      because: {
        en: `Here listen(${backlog}) held ${longest.waiting}. Client ${attempt.number} was not refused: ${times(unanswered)} its SYN got no answer, then it was let in.`,
        zh: `这里 listen(${backlog}) 容纳了 ${longest.waiting} 个。客户端 ${attempt.number} 没有被拒绝：它的 SYN 有 ${unanswered} 次没有应答，后来连上了。`,
      },
      evidence: [longest.seq, first.seq, attempt.connected.seq],
    };
  },
};

const sizesTheSynQueue: Claim = {
  id: 'syn-queue',
  text: {
    en: '“The number in listen(n) is the length of the half-open queue.”',
    zh: '“listen(n) 的 n 是半连接队列的长度。”',
  },
  verdict(trace) {
    const [longest, dropped] = [longestQueue(trace), overflow(trace)];
    if (!longest || !dropped || longest.waiting < longest.limit) return undefined;
    const halfOpen = halfOpenBefore(trace, dropped.seq);
    return {
      judgement: 'half-right',
      because: {
        en: `What was full when the kernel first turned something away is the accept queue: ${longest.waiting} finished connections, ${halfOpen} half-open. It was right until Linux 2.2; today n is for the half-open ones no more than a cap.`,
        zh: `内核第一次丢弃来者时，满的是全连接队列：已完成 ${longest.waiting} 个，半连接 ${halfOpen} 个。Linux 2.2 之前这话是对的；如今 n 对半连接只是一个上限。`,
      },
      evidence: [longest.seq, dropped.seq],
    };
  },
};

const inAtOnce: Claim = {
  id: 'in-at-once',
  text: {
    en: '“As soon as accept() makes room, whoever waits is let in.”',
    zh: '“accept() 一腾出位置，等着的人就进来。”',
  },
  verdict(trace) {
    const { attempt } = shutOut(trace) ?? {};
    const accepted = firstAccepted(trace);
    const syn = attempt && lettingIn(attempt);
    if (!accepted || !syn || syn.seq < accepted.seq) return undefined;
    const seconds = ((syn.at - accepted.at) / 1_000_000).toFixed(1);
    return {
      judgement: 'wrong',
      because: {
        en: `Nobody told client ${attempt.number}. Its kernel asked again by its own timer, ${seconds} s after accept() had made room.`,
        zh: `没有人通知客户端 ${attempt.number}。accept() 腾出位置 ${seconds} 秒之后，它的内核才按自己的定时器又问了一次。`,
      },
      evidence: [accepted.seq, syn.seq],
    };
  },
};

function times(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${count} times`;
}

export const claims: readonly Claim[] = [nextIsRefused, sizesTheSynQueue, inAtOnce];

import type { Claim } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';

const moreForksHelp: Claim = {
  id: 'rare-is-safe',
  text: {
    en: '“Out of millions of orders only a few deadlock, so it practically never happens.”',
    zh: '“千百万种次序里只有极少数会死锁，所以实际上不会发生。”',
  },
  verdict(trace) {
    const end = findEvent(trace, (event) => event.kind === 'search.finished');
    if (end?.kind !== 'search.finished' || end.verdict === 'bounded') return undefined;
    if (end.verdict === 'bug')
      return {
        judgement: 'wrong',
        because: {
          en: `The search found one with schedule ${end.tried}. The kernel does not draw orders from a hat: all who wake up at once take their left fork at once.`,
          zh: `搜索在第 ${end.tried} 种调度就找到了。内核不是抽签决定次序的：同时醒来的人，会同时去拿左边的叉子。`,
        },
        evidence: [end.seq],
      };
    return {
      judgement: 'half-right',
      because: {
        en: 'With this fix it is true for a better reason: no order at all deadlocks. That was proved, not hoped.',
        zh: '有了这个对策，这话倒是成立，但理由更好：没有任何一种次序会死锁。这是证明，不是指望。',
      },
      evidence: [end.seq],
    };
  },
};

export const claims: readonly Claim[] = [moreForksHelp];

import type { Claim } from '@lockstep/lab';
import { type EventOf, findEvent } from '@lockstep/trace';

/** Spinning against sleeping: how often a thread asked before it got the lock. */
const spinningIsFaster: Claim = {
  id: 'spinning-is-faster',
  text: { en: '“Waiting in a loop is faster than sleeping.”', zh: '“循环等待比睡眠更快。”' },
  verdict(trace) {
    const refused = trace.slice(0).filter((event): event is EventOf<'lock.refused'> => event.kind === 'lock.refused');
    const first = refused[0];
    const last = refused.at(-1);
    if (!first || !last || !findEvent(trace, (event) => event.kind === 'run.ended')) return undefined;
    return {
      judgement: 'half-right',
      because: {
        en: `In this run the lock was asked for in vain ${refused.length} times, each time on a core that did nothing else. Spinning pays when the lock is free within a microsecond and there is a core to burn; for a holder that sleeps it is waste.`,
        zh: `这次运行中，白白问了 ${refused.length} 次锁，每次都占着一个核心。只有锁在一微秒内就会空闲、又有核心可烧时，自旋才划算；持有者在睡眠时，那是浪费。`,
      },
      evidence: [first.seq, last.seq],
    };
  },
};

export const claims: readonly Claim[] = [spinningIsFaster];

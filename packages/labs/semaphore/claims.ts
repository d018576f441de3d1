import type { Claim } from '@lockstep/lab';
import { findEvent } from '@lockstep/trace';
import { firstWait, mostInside } from './moments.ts';

const isAPool: Claim = {
  id: 'semaphore-is-a-pool',
  text: { en: '“A semaphore of n is a pool of n threads.”', zh: '“n 的信号量就是 n 个线程的池。”' },
  verdict(trace) {
    const wait = firstWait(trace);
    const most = mostInside(trace);
    if (!wait || !most || !findEvent(trace, (event) => event.kind === 'run.ended')) return undefined;
    const threads = trace.slice(0).filter(({ kind }) => kind === 'thread.started').length;
    return {
      judgement: 'wrong',
      because: {
        en: `At most ${most.cars} were inside, but all ${threads} threads had been started and existed, waiting. A pool of n starts n threads and hands them the jobs; a semaphore owns no thread, it only makes those that come wait.`,
        zh: `最多有 ${most.cars} 个在里面，但 ${threads} 个线程全都启动了、存在着、在等待。n 的线程池只启动 n 个线程，把任务交给它们；信号量不拥有任何线程，只让来的线程等待。`,
      },
      evidence: [wait.seq, most.seq],
    };
  },
};

export const claims: readonly Claim[] = [isAPool];

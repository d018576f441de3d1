import type { Claim } from '@lockstep/lab';
import { again, circleOfTwo } from './moments.ts';

const curesDeadlock: Claim = {
  id: 'rlock-cures-deadlock',
  text: { en: '“RLock cures deadlock.”', zh: '“RLock 能解决死锁。”' },
  verdict(trace) {
    if (trace.header.knobs['kind'] !== 'rlock') return undefined;
    const circle = circleOfTwo(trace);
    if (circle !== undefined)
      return {
        judgement: 'wrong',
        because: {
          en: 'Both locks are reentrant, and the two threads wait for each other all the same. A reentrant lock helps against oneself only.',
          zh: '两把锁都是可重入的，两个线程照样互相等待。可重入锁只防自己等自己。',
        },
        evidence: [circle],
      };
    const twice = again(trace);
    if (!twice) return undefined;
    return {
      judgement: 'half-right',
      because: {
        en: 'Here it did: the second acquire of the same thread went through. Try the two transfers in opposite directions.',
        zh: '这里它做到了：同一线程的第二次获取通过了。再试试方向相反的两笔转账。',
      },
      evidence: [twice.seq],
    };
  },
};

export const claims: readonly Claim[] = [curesDeadlock];

import type { Claim, Verdict } from '@lockstep/lab';
import { lookUsed, measured, orderShown, takenBetween } from './readings.ts';

const defaultCapacity: Claim = {
  id: 'default-capacity',
  text: { en: '“Without a number, a queue holds 32767 items.”', zh: '“不给数字时，队列的容量是 32767。”' },
  verdict(trace) {
    const plain = measured(trace, 'taken/queue.Queue');
    const between = measured(trace, 'taken/multiprocessing.Queue');
    const limit = measured(trace, 'limit/multiprocessing.Queue');
    if (!plain || !between || !limit || plain.value <= 32_767) return undefined;
    const [taken, most] = [plain.value.toLocaleString('en'), limit.value.toLocaleString('en')];
    const isHere = limit.value === 32_767;
    return {
      judgement: isHere ? 'half-right' : 'wrong',
      because: {
        en: `Here queue.Queue() took ${taken} items and no put waited: its maxsize is 0, no limit. What has a default is multiprocessing.Queue: the greatest value of a semaphore, ${most} on this system. The number belongs to the platform, not to Python.`,
        zh: `这里 queue.Queue() 收下了 ${taken} 项，没有一次放入需要等待：它的 maxsize 是 0，没有上限。有默认值的是 multiprocessing.Queue：信号量的最大值，在本系统上是 ${most}。这个数属于平台，不属于 Python。`,
      },
      evidence: [plain.seq, limit.seq, between.seq],
    };
  },
};

const emptyTells: Claim = {
  id: 'empty-says-it',
  text: {
    en: '“If empty() has said False, get() will not wait.”',
    zh: '“empty() 说了 False，get() 就不会等。”',
  },
  verdict(trace): Verdict | undefined {
    const used = lookUsed(trace);
    const taken = used && takenBetween(trace, used);
    if (!used || used.came === 'item' || !taken) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `It was true when it was said. Then another thread took ${taken.item}, and the one that had asked ${used.came === 'wait' ? 'waits' : 'got queue.Empty'}.`,
        zh: `说的时候是真的。随后另一个线程取走了 ${taken.item}，问过的那个${used.came === 'wait' ? '只好等' : '得到 queue.Empty'}。`,
      },
      evidence: [used.look.seq, taken.seq, used.seq],
    };
  },
};

const priorityIsHigh: Claim = {
  id: 'highest-first',
  text: { en: '“A priority queue gives out the highest number first.”', zh: '“优先队列先给出最大的数。”' },
  verdict(trace) {
    const shown = orderShown(trace);
    if (shown?.order !== 'smallest' || trace.header.knobs['kind'] !== 'priority') return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `It gave out ${shown.get.item}, the smallest one inside: Python keeps a heap whose root is the least.`,
        zh: `它给出的是 ${shown.get.item}，里面最小的一个：Python 用的是最小堆，堆顶最小。`,
      },
      evidence: [shown.get.seq],
    };
  },
};

export const claims: readonly Claim[] = [defaultCapacity, emptyTells, priorityIsHigh];

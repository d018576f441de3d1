import { type Claim, hasEnded, outcomesOf } from '@lockstep/lab';
import { closing } from './moments.ts';

const testsWouldShowIt: Claim = {
  id: 'tests-would-show-it',
  text: { en: '“We ran it many times: it has no deadlock.”', zh: '“跑了很多遍都没事：没有死锁。”' },
  verdict(trace) {
    const { header } = trace;
    if (header.mode !== 'batch' || header.knobs['fix'] !== 'none') return undefined;
    const all = outcomesOf(trace);
    const last = all.at(-1);
    if (!last || !hasEnded(trace)) return undefined;
    const hung = all.filter(({ value }) => value === 'deadlock');
    const share = `${all.length - hung.length}/${all.length}`;
    return {
      judgement: 'wrong',
      because: {
        en: `The same program ended well in ${share} of these runs, and the search finds its deadlock in a moment. Good runs prove nothing; only the order of acquiring does.`,
        zh: `同一个程序在这些运行中有 ${share} 正常结束，而搜索一下子就找到它的死锁。运行正常什么也证明不了，能证明的只有加锁的次序。`,
      },
      evidence: [hung[0]?.seq ?? last.seq, last.seq],
    };
  },
};

const busyMachine: Claim = {
  id: 'deadlock-burns',
  text: { en: '“A deadlocked program keeps the processor busy.”', zh: '“死锁的程序会占满处理器。”' },
  verdict(trace) {
    const circle = closing(trace);
    if (circle === undefined) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'Each thread of the circle is blocked: it sleeps and nobody will wake it. Nothing moves and nothing is used. That would be a livelock, which is another thing.',
        zh: '环上的每个线程都被阻塞：它在睡眠，没有人会唤醒它。什么也不动，什么也不占。忙个不停却无进展的是活锁，那是另一回事。',
      },
      evidence: [circle],
    };
  },
};

export const claims: readonly Claim[] = [testsWouldShowIt, busyMachine];

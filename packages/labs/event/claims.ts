import type { Claim } from '@lockstep/lab';
import { comesLate, firstSet, releasedBySet } from './moments.ts';

const wakesOne: Claim = {
  id: 'set-wakes-one',
  text: { en: '“set() wakes one waiting thread.”', zh: '“set() 唤醒一个等待的线程。”' },
  verdict(trace) {
    const set = firstSet(trace);
    const released = releasedBySet(trace);
    if (!set || released.length < 2) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: `One set(), and ${released.length} threads went on because of it. They run one after the other or together, as the kernel likes; but all may.`,
        zh: `一次 set()，有 ${released.length} 个线程因此继续。先后还是同时由内核决定，但全都可以。`,
      },
      evidence: [set.seq, ...released.slice(0, 2).map(({ seq }) => seq)],
    };
  },
};

const missed: Claim = {
  id: 'too-late-misses-it',
  text: { en: '“Who calls wait() too late has missed the event.”', zh: '“wait() 调用晚了，就错过了事件。”' },
  verdict(trace) {
    const late = comesLate(trace);
    const set = firstSet(trace);
    if (!late || !set) return undefined;
    return {
      judgement: 'wrong',
      because: {
        en: 'This thread came after set() and went on at once, because the flag was still set. It would be missed only if the flag had been cleared in between.',
        zh: '这个线程在 set() 之后才来，立即就继续了，因为标志还立着。只有中间被清除，才会错过。',
      },
      evidence: [set.seq, late.seq],
    };
  },
};

export const claims: readonly Claim[] = [wakesOne, missed];

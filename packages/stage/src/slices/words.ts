import { printedCount, printedDuration } from '../printed.ts';
import type { Language } from '../text.ts';

interface SliceWords {
  readonly figure: (parts: string) => string;
  readonly none: string;
  readonly measured: (perSecond: number, medianSliceUs: number) => string;
  readonly soFar: (switches: number) => string;
  readonly holds: string;
  readonly waits: string;
  readonly asks: string;
  readonly medianWait: (ms: number) => string;
}

const english: SliceWords = {
  figure: (parts) => `Who had the interpreter lock when. ${parts}`,
  none: 'Nobody has asked for the lock yet.',
  measured: (perSecond, medianSliceUs) =>
    `${printedCount(Math.round(perSecond))} switches a second, median slice ${printedDuration(medianSliceUs)}`,
  soFar: (switches) => (switches === 1 ? '1 switch so far' : `${printedCount(switches)} switches so far`),
  holds: 'has the lock',
  waits: 'waits for it',
  asks: 'asks the holder to drop it',
  medianWait: (ms) => `waits ${printedDuration(ms * 1000)}`,
};

const chinese: SliceWords = {
  figure: (parts) => `解释器锁何时在谁手里。${parts}`,
  none: '还没有线程请求这把锁。',
  measured: (perSecond, medianSliceUs) =>
    `每秒切换 ${printedCount(Math.round(perSecond))} 次，时间片中位数 ${printedDuration(medianSliceUs)}`,
  soFar: (switches) => `至今切换 ${printedCount(switches)} 次`,
  holds: '持有锁',
  waits: '等待锁',
  asks: '请求持有者放下锁',
  medianWait: (ms) => `等 ${printedDuration(ms * 1000)}`,
};

export const sliceWords: Readonly<Record<Language, SliceWords>> = { en: english, zh: chinese };

import { printedCount } from '../printed.ts';
import type { Language } from '../text.ts';

interface OutcomeWords {
  readonly figure: (runs: number) => string;
  readonly outcome: string;
  readonly runs: (runs: number, perDot: number) => string;
  readonly overlap: (percent: number) => string;
  readonly forced: string;
  readonly expected: string;
  readonly none: string;
}

const english: OutcomeWords = {
  figure: (runs) => `Outcomes of ${runs} runs`,
  outcome: 'outcome',
  runs: (runs, perDot) =>
    `${printedCount(runs)} free ${runs === 1 ? 'run' : 'runs'}, ${perDot === 1 ? 'one dot each' : `a dot for up to ${perDot}`}`,
  overlap: (percent) => `threads overlapped ${percent} % of the time`,
  forced: 'forced',
  expected: 'expected',
  none: 'No run has ended yet.',
};

const chinese: OutcomeWords = {
  figure: (runs) => `${runs} 次运行的结果`,
  outcome: '结果',
  runs: (runs, perDot) => `自由运行 ${printedCount(runs)} 次，${perDot === 1 ? '一点一次' : `一点至多 ${perDot} 次`}`,
  overlap: (percent) => `线程有 ${percent} % 的时间同时运行`,
  forced: '强制',
  expected: '应有结果',
  none: '还没有运行结束。',
};

export const outcomeWords: Readonly<Record<Language, OutcomeWords>> = { en: english, zh: chinese };

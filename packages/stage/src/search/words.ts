import { printedCount } from '../printed.ts';
import type { Language } from '../text.ts';

interface SearchWords {
  readonly figure: (tried: number, wrong: number) => string;
  readonly tried: string;
  readonly wrong: string;
  readonly pruned: string;
  readonly number: string;
  readonly schedule: string;
  readonly endsWith: string;
  readonly asItShould: string;
  readonly endedWrong: string;
  readonly earlier: (count: number) => string;
  readonly later: (count: number) => string;
  readonly searching: string;
  readonly notBegun: string;
  readonly verdicts: Readonly<Record<string, string>>;
}

const english: SearchWords = {
  figure: (tried, wrong) => `Search over schedules: ${tried} tried, ${wrong} ended wrong`,
  tried: 'schedules tried',
  wrong: 'ended wrong',
  pruned: 'cut short',
  number: 'no.',
  schedule: 'schedule',
  endsWith: 'ends with',
  asItShould: 'as it should',
  endedWrong: 'wrong',
  earlier: (count) => `… ${printedCount(count)} earlier`,
  later: (count) => `… ${printedCount(count)} more, only counted`,
  searching: 'Searching …',
  notBegun: 'The search has not begun.',
  verdicts: {
    bug: 'A schedule that goes wrong was found.',
    proof: 'No schedule goes wrong: all that could differ were tried.',
    bounded: 'Nothing found so far; the search stopped at its limit. That proves nothing.',
  },
};

const chinese: SearchWords = {
  figure: (tried, wrong) => `在调度中搜索：试过 ${tried} 种，${wrong} 种结果错误`,
  tried: '试过的调度',
  wrong: '结果错误',
  pruned: '提前剪去',
  number: '序号',
  schedule: '调度',
  endsWith: '结果',
  asItShould: '正确',
  endedWrong: '错误',
  earlier: (count) => `……之前还有 ${printedCount(count)} 种`,
  later: (count) => `……另有 ${printedCount(count)} 种，只计数`,
  searching: '搜索中……',
  notBegun: '搜索尚未开始。',
  verdicts: {
    bug: '找到了一种会出错的调度。',
    proof: '没有调度会出错：可能不同的都已试过。',
    bounded: '尚未找到；搜索到达上限。这不证明任何事。',
  },
};

export const searchWords: Readonly<Record<Language, SearchWords>> = { en: english, zh: chinese };

/** What the search has come to, in a sentence. */
export function verdictText(verdict: string | undefined, tried: number, language: Language): string {
  const words = searchWords[language];
  if (verdict === undefined) return tried === 0 ? words.notBegun : words.searching;
  return words.verdicts[verdict] ?? verdict;
}

import { printedCount } from '../printed.ts';
import type { Language } from '../text.ts';
import type { SearchState } from './search-at.ts';

interface SearchWords {
  readonly figure: (tried: number, wrong: number, verdict: string) => string;
  readonly tried: string;
  readonly wrong: string;
  readonly pruned: string;
  readonly perSecond: string;
  readonly number: string;
  readonly schedule: string;
  readonly endsWith: string;
  readonly asItShould: string;
  readonly endedWrong: string;
  readonly earlier: (count: number) => string;
  readonly later: (count: number) => string;
  readonly searching: string;
  readonly notBegun: string;
  readonly bug: (number: number | undefined) => string;
  readonly preemptions: (count: number) => string;
  readonly inAll: (all: number) => string;
  readonly proof: string;
  /** How many of all schedules had to be run; `all` is not always known. */
  readonly hadToRun: (tried: number, all: number | undefined) => string;
  readonly bounded: (tried: number) => string;
  readonly limit: Readonly<Record<string, string>>;
  readonly provesNothing: string;
}

const english: SearchWords = {
  figure: (tried, wrong, verdict) => `Search over schedules: ${tried} tried, ${wrong} ended wrong. ${verdict}`,
  tried: 'schedules tried',
  wrong: 'ended wrong',
  pruned: 'cut short',
  perSecond: 'a second',
  number: 'no.',
  schedule: 'schedule',
  endsWith: 'ends with',
  asItShould: 'as it should',
  endedWrong: 'wrong',
  earlier: (count) => `… ${printedCount(count)} earlier`,
  later: (count) => `… ${printedCount(count)} more, only counted`,
  searching: 'Searching …',
  notBegun: 'The search has not begun.',
  bug: (number) =>
    `A schedule that goes wrong was found${number === undefined ? '' : `: no. ${printedCount(number)}`}.`,
  preemptions: (count) =>
    count === 0
      ? 'It needs no preemption.'
      : `It takes the processor away from a thread ${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`}.`,
  inAll: (all) => `There are ${printedCount(all)} in all.`,
  proof: 'Proved: no schedule goes wrong.',
  hadToRun: (tried, all) =>
    all === undefined
      ? `${printedCount(tried)} had to be run; the others could not differ.`
      : `${printedCount(tried)} of ${printedCount(all)} had to be run; the others could not differ.`,
  bounded: (tried) => `Not found within ${printedCount(tried)} schedules.`,
  limit: {
    schedules: 'The limit of schedules was reached.',
    steps: 'Some schedules were cut off at the limit of steps.',
    time: 'The time was over.',
  },
  provesNothing: 'That proves nothing.',
};

const chinese: SearchWords = {
  figure: (tried, wrong, verdict) => `在调度中搜索：试过 ${tried} 种，${wrong} 种结果错误。${verdict}`,
  tried: '试过的调度',
  wrong: '结果错误',
  pruned: '提前剪去',
  perSecond: '每秒',
  number: '序号',
  schedule: '调度',
  endsWith: '结果',
  asItShould: '正确',
  endedWrong: '错误',
  earlier: (count) => `……之前还有 ${printedCount(count)} 种`,
  later: (count) => `……另有 ${printedCount(count)} 种，只计数`,
  searching: '搜索中……',
  notBegun: '搜索尚未开始。',
  bug: (number) => `找到了一种会出错的调度${number === undefined ? '' : `：第 ${printedCount(number)} 种`}。`,
  preemptions: (count) => (count === 0 ? '不需要抢占。' : `需要抢占 ${count} 次。`),
  inAll: (all) => `总共有 ${printedCount(all)} 种。`,
  proof: '已证明：没有调度会出错。',
  hadToRun: (tried, all) =>
    all === undefined
      ? `只需运行 ${printedCount(tried)} 种，其余不可能不同。`
      : `${printedCount(all)} 种调度中只需运行 ${printedCount(tried)} 种，其余不可能不同。`,
  bounded: (tried) => `试了 ${printedCount(tried)} 种调度，没有找到。`,
  limit: {
    schedules: '已达调度数目上限。',
    steps: '有些调度在步数上限处被截断。',
    time: '时间已用完。',
  },
  provesNothing: '这不证明任何事。',
};

export const searchWords: Readonly<Record<Language, SearchWords>> = { en: english, zh: chinese };

/** What the search has come to, in one to three sentences. */
export function verdictText({ tried, breaking, finished }: SearchState, language: Language): string {
  const words = searchWords[language];
  const join = (...sentences: readonly (string | undefined)[]) =>
    sentences.filter((one) => one !== undefined).join(language === 'en' ? ' ' : '');
  switch (finished?.verdict) {
    case undefined:
      if (breaking) return words.bug(breaking.number);
      return tried === 0 ? words.notBegun : words.searching;
    case 'bug': {
      const { preemptions, all } = finished;
      return join(
        words.bug(breaking?.number),
        preemptions === undefined ? undefined : words.preemptions(preemptions),
        all === undefined ? undefined : words.inAll(all),
      );
    }
    case 'proof':
      return join(words.proof, words.hadToRun(tried, finished?.all));
    default:
      return join(words.bounded(tried), words.limit[finished?.limit ?? ''], words.provesNothing);
  }
}

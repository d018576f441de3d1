import type { Language } from '../text.ts';

interface SearchWords {
  readonly title: string;
  readonly tried: string;
  readonly wrong: string;
  readonly pruned: string;
  readonly found: string;
  readonly lastTried: string;
  readonly searching: string;
  readonly notBegun: string;
  readonly endsWith: (value: string) => string;
  readonly verdicts: Readonly<Record<string, string>>;
}

const english: SearchWords = {
  title: 'Search over schedules',
  tried: 'schedules tried',
  wrong: 'ended wrong',
  pruned: 'cut short',
  found: 'the schedule',
  lastTried: 'last tried',
  searching: 'Searching …',
  notBegun: 'The search has not begun.',
  endsWith: (value) => `ends with ${value.replace('-', '−')}`,
  verdicts: {
    bug: 'A schedule that goes wrong was found.',
    proof: 'No schedule goes wrong: all that could differ were tried.',
    limit: 'Nothing found so far; the search stopped at its limit. That proves nothing.',
  },
};

const chinese: SearchWords = {
  title: '在调度中搜索',
  tried: '试过的调度',
  wrong: '结果错误',
  pruned: '提前剪去',
  found: '找到的调度',
  lastTried: '最近一种',
  searching: '搜索中……',
  notBegun: '搜索尚未开始。',
  endsWith: (value) => `结果为 ${value.replace('-', '−')}`,
  verdicts: {
    bug: '找到了一种会出错的调度。',
    proof: '没有调度会出错：可能不同的都已试过。',
    limit: '尚未找到；搜索到达上限。这不证明任何事。',
  },
};

export const searchWords: Readonly<Record<Language, SearchWords>> = { en: english, zh: chinese };

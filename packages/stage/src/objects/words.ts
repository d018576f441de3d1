import type { Language } from '../text.ts';

interface ObjectWords {
  readonly figure: (objects: number, freed: number) => string;
  readonly none: string;
  readonly count: (count: number) => string;
  /** `isShort`: under a box that is struck out already. */
  readonly freed: (by: string, isShort: boolean) => string;
  readonly where: (thread: string, step: number) => string;
  readonly unreachable: (isShort: boolean) => string;
  readonly collector: string;
  readonly generation: (generation: number) => string;
  readonly runs: (runs: number) => string;
  readonly never: string;
  readonly last: (thread: string, collected: number, step: number) => string;
}

const english: ObjectWords = {
  figure: (objects, freed) => `Objects and who refers to them: ${objects} created, ${freed} freed`,
  none: 'No object has been created yet.',
  count: (count) => (count === 1 ? 'reference' : 'references'),
  freed: (by, isShort) => `${isShort ? '' : 'freed '}by ${by === 'collector' ? 'the collector' : 'counting'}`,
  where: (thread, step) => `${thread}, step ${step}`,
  unreachable: (isShort) => (isShort ? 'unreachable' : 'no name leads here'),
  collector: 'Collector',
  generation: (generation) => `generation ${generation}:`,
  runs: (runs) => `${runs}×`,
  never: 'It has not run yet.',
  last: (thread, collected, step) => `Last in ${thread}, step ${step}: ${collected} unreachable found`,
};

const chinese: ObjectWords = {
  figure: (objects, freed) => `对象及其引用：创建 ${objects} 个，释放 ${freed} 个`,
  none: '还没有创建对象。',
  count: () => '个引用',
  freed: (by) => (by === 'collector' ? '由回收器释放' : '由计数释放'),
  where: (thread, step) => `${thread}，第 ${step} 步`,
  unreachable: (isShort) => (isShort ? '不可达' : '没有名字能到达这里'),
  collector: '回收器',
  generation: (generation) => `第 ${generation} 代：`,
  runs: (runs) => `${runs} 次`,
  never: '还没有运行过。',
  last: (thread, collected, step) => `上次在${thread}，第 ${step} 步：找到 ${collected} 个不可达对象`,
};

export const objectWords: Readonly<Record<Language, ObjectWords>> = { en: english, zh: chinese };

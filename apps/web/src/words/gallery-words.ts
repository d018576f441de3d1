import type { Dictionary } from './use-words.ts';

const en = {
  title: 'Gallery of stages',
  lead: 'Each stage at the named moments of a real run.',
  waiting: 'Fetching the recording…',
  none: (lab: string) => `There is no recording of “${lab}”.`,
  end: 'the end',
  step: (step: number) => `step ${step}`,
};

const zh: typeof en = {
  title: '画面图集',
  lead: '每种画面在一次真实运行的各个时刻。',
  waiting: '正在取录像……',
  none: (lab) => `没有“${lab}”的录像。`,
  end: '结尾',
  step: (step) => `第 ${step} 步`,
};

export const galleryWords: Dictionary<typeof en> = { en, zh };

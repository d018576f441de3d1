import type { Dictionary } from './use-words.ts';

const en = {
  title: 'Gallery of stages',
  lead: 'Each stage at the named moments of real runs.',
  waiting: 'Fetching the recordings…',
  none: (stage: string) => `There is no recording for “${stage}”.`,
  end: 'the end',
  step: (step: number) => `step ${step}`,
};

const zh: typeof en = {
  title: '画面图集',
  lead: '每种画面在一次真实运行的各个时刻。',
  waiting: '正在取录像……',
  none: (stage) => `没有可用于“${stage}”的录像。`,
  end: '结尾',
  step: (step) => `第 ${step} 步`,
};

export const galleryWords: Dictionary<typeof en> = { en, zh };

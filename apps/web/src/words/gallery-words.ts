import type { Dictionary } from './use-words.ts';

const en = {
  title: 'Gallery of stages',
  lead: 'Each stage at the named moments of real runs.',
  waiting: (here: number, labs: number) => `Fetching the recordings: ${here} of ${labs} labs so far…`,
  failed: (labs: readonly string[]) => `The recordings of these labs could not be fetched: ${labs.join(', ')}.`,
  again: 'Try again',
  none: (stage: string) => `There is no recording for “${stage}”.`,
  end: 'the end',
  step: (step: number) => `step ${step}`,
};

const zh: typeof en = {
  title: '画面图集',
  lead: '每种画面在一次真实运行的各个时刻。',
  waiting: (here, labs) => `正在取录像：${labs} 个实验中已取到 ${here} 个……`,
  failed: (labs) => `以下实验的录像没有取到：${labs.join('、')}。`,
  again: '再试一次',
  none: (stage) => `没有可用于“${stage}”的录像。`,
  end: '结尾',
  step: (step) => `第 ${step} 步`,
};

export const galleryWords: Dictionary<typeof en> = { en, zh };

import type { Dictionary } from './use-words.ts';

const en = {
  /** A packet's comment in a capture file; the filter below looks for its beginning. */
  step: (step: number, sentence: string) => `step ${step}: ${sentence}`,
  about: (lab: string, run: string, steps: number) =>
    `Frames of the lab “${lab}”, run ${run}, ${steps} steps, as they left each host. A packet’s comments say which steps are about it.`,
  noRun: 'A recording in a file: to run the lab yourself, with other knobs, open it in Lockstep.',
  filter: 'To find the packet of a step, filter: frame.comment contains "step 17:"',
};

const zh: typeof en = {
  step: (step, sentence) => `第 ${step} 步：${sentence}`,
  about: (lab, run, steps) =>
    `实验“${lab}”的帧，运行 ${run}，共 ${steps} 步，取自各主机发出之时。每个分组的注释写明它属于哪几步。`,
  noRun: '这是文件里的录像：想自己换条件运行，请在 Lockstep 里打开这个实验。',
  filter: '要由步骤找到分组，可用过滤器：frame.comment contains "第 17 步："',
};

export const fileWords: Dictionary<typeof en> = { en, zh };

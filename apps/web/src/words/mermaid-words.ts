import type { Dictionary } from './use-words.ts';

const en = {
  title: (lab: string, run: string) => `${lab}, run ${run}`,
  about: (steps: number) => `Made by Lockstep from a recording of ${steps} steps; each line begins with its step.`,
  leftOut: (kinds: string) => `Not drawn: ${kinds}.`,
  cut: (step: number, steps: number) => `Cut here: steps ${step} to ${steps} are left out, a diagram can be no longer.`,
  bytes: (count: number) => (count === 1 ? '1 byte' : `${count} bytes`),
  arrives: (step: number) => `arrives at step ${step}`,
  lost: (step: number) => `lost at step ${step}`,
  onItsWay: 'still on its way at the end',
};

const zh: typeof en = {
  title: (lab, run) => `${lab}，运行 ${run}`,
  about: (steps) => `由 Lockstep 从一份 ${steps} 步的录像生成；每行以步数开头。`,
  leftOut: (kinds) => `未画出：${kinds}。`,
  cut: (step, steps) => `到此为止：第 ${step} 到 ${steps} 步略去，图不能再长了。`,
  bytes: (count) => `${count} 字节`,
  arrives: (step) => `第 ${step} 步到达`,
  lost: (step) => `第 ${step} 步丢失`,
  onItsWay: '结束时仍在途中',
};

export const mermaidWords: Dictionary<typeof en> = { en, zh };

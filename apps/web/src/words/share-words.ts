import type { Dictionary } from './use-words.ts';

const en = {
  title: 'Share',
  file: 'A recording from a file has no link: send the file.',
  step: (step: number) => `This step (${step})`,
  shown: 'This step, with the stage and what is pointed at',
  range: (from: number, to: number) => `Step ${from} to ${to}, as it is played now`,
  rangeHint: 'To share a part of the run: go to its beginning and press i, go to its end and press o.',
  copy: 'Copy',
  copied: 'Copied',
  byHand: 'Copy it by hand: it is selected.',
  embed: 'Put it into a page of your own',
  controls: 'with controls',
  playsAlone: 'Without controls it plays by itself, over and over; not for readers who want little motion.',
  language: 'always in this language',
  theme: 'Colours',
  themes: { system: 'as the reader has them', light: 'light', dark: 'dark' },
  snippet: 'HTML',
  preview: 'So it looks',
};

const zh: typeof en = {
  title: '分享',
  file: '来自文件的录像没有链接：请直接发送文件。',
  step: (step) => `这一步（第 ${step} 步）`,
  shown: '这一步，连同所看的图和所选之物',
  range: (from, to) => `第 ${from} 步到第 ${to} 步，照现在的播法`,
  rangeHint: '要分享其中一段：到段首按 i，到段尾按 o。',
  copy: '复制',
  copied: '已复制',
  byHand: '请手动复制：已经选中。',
  embed: '嵌入你自己的网页',
  controls: '带播放控制',
  playsAlone: '不带控制时它自己循环播放；对希望少动画的读者则不动。',
  language: '固定用当前语言',
  theme: '配色',
  themes: { system: '随读者', light: '浅色', dark: '深色' },
  snippet: 'HTML 代码',
  preview: '效果如下',
};

export const shareWords: Dictionary<typeof en> = { en, zh };

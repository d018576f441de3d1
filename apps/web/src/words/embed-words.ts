import type { Dictionary } from './use-words.ts';

const en = {
  full: 'Open in Lockstep',
  none: 'This lab has no such recording.',
  gone: 'This run cannot be fetched: its recording is gone, or the server does not answer.',
};

const zh: typeof en = {
  full: '在 Lockstep 中打开',
  none: '这个实验没有这样的录像。',
  gone: '取不到这次运行：录像已不在，或服务器没有回应。',
};

export const embedWords: Dictionary<typeof en> = { en, zh };

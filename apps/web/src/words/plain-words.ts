import type { Dictionary } from './use-words.ts';

const en = {
  page: 'A recording',
  lead: 'The lab of this recording is not in this copy of Lockstep.',
  what: 'So there is no lesson and no program beside it. Its steps are all here, in words and in a general drawing.',
  caption: 'What the recording tells, step by step',
  steps: 'The steps in words',
  none: 'No recording is open',
  noneText: 'A recording lives only as long as its page. Open its file again.',
};

const zh: typeof en = {
  page: '一份录像',
  lead: '这份录像所属的实验不在这份 Lockstep 里。',
  what: '所以旁边没有讲解，也没有程序。但每一步都在：有文字，也有通用的图。',
  caption: '录像所记，逐步可看',
  steps: '文字步骤',
  none: '没有打开录像',
  noneText: '录像只和它的页面同在。请重新打开文件。',
};

export const plainWords: Dictionary<typeof en> = { en, zh };

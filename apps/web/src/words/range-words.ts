import type { Dictionary } from './use-words.ts';

const en = {
  title: 'Part that is played',
  from: 'Play from here',
  to: 'Play up to here',
  loop: 'loop',
  loopHint: (from: number, to: number) => `Over and over, from step ${from} to step ${to}`,
  drop: 'Play the whole run again',
};

const zh: typeof en = {
  title: '播放的一段',
  from: '从这里起播',
  to: '播到这里为止',
  loop: '循环',
  loopHint: (from, to) => `反复播放第 ${from} 步到第 ${to} 步`,
  drop: '恢复播放全程',
};

export const rangeWords: Dictionary<typeof en> = { en, zh };

import type { Source } from '@lockstep/trace';
import type { Text } from './text.ts';

/** What each source means, in one line. */
export const SOURCE_WORDS: Readonly<Record<Source, Text>> = {
  wire: { en: 'a frame that crossed the cable', zh: '从网线上截下的帧' },
  kernel: { en: 'what the operating system said', zh: '操作系统内核的报告' },
  program: { en: 'what the running program said', zh: '运行中的程序的报告' },
  derived: { en: 'computed from observed facts', zh: '由观测到的事实推算' },
  model: { en: 'simulated, not observed', zh: '模拟所得，并非观测' },
};

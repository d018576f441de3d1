import type { Language } from '../text.ts';

interface BarWords {
  readonly figure: (done: number, all: number) => string;
  readonly ratio: string;
  readonly running: (done: number, of: number) => string;
  readonly starting: string;
  readonly spokenRunning: (done: number, of: number, value: string) => string;
  readonly spokenFinished: (of: number, value: string) => string;
  /** After what was measured. */
  readonly compared: (ratio: string, basis: string) => string;
  readonly comma: string;
  readonly colon: string;
  readonly toCome: string;
  readonly legendOpen: string;
  readonly legendPale: string;
  readonly legendNotch: string;
  readonly nothing: string;
}

const english: BarWords = {
  figure: (done, all) => `Bars: ${done} of ${all} measured`,
  ratio: '× the first',
  running: (done, of) => `${done} of ${of}`,
  starting: 'starting',
  spokenRunning: (done, of, value) => `${done} of ${of} done after ${value}, still running`,
  spokenFinished: (of, value) => `all ${of} done in ${value}`,
  compared: (ratio, basis) => `, ${ratio} “${basis}”`,
  comma: ', ',
  colon: ': ',
  toCome: 'not measured yet',
  legendOpen: 'torn end: still running',
  legendPale: 'pale: starting, nobody works yet',
  legendNotch: 'notch: another part is done',
  nothing: 'Nothing is measured yet.',
};

const chinese: BarWords = {
  figure: (done, all) => `条形图：${all} 项中已测 ${done} 项`,
  ratio: '与首行之比',
  running: (done, of) => `${done}/${of}`,
  starting: '启动中',
  spokenRunning: (done, of, value) => `${value}后完成 ${done}/${of}，仍在进行`,
  spokenFinished: (of, value) => `${of} 份全部完成，用时 ${value}`,
  compared: (ratio, basis) => `，为“${basis}”的 ${ratio}`,
  comma: '，',
  colon: '：',
  toCome: '尚未测量',
  legendOpen: '锯齿端：仍在进行',
  legendPale: '浅色：正在启动，还没人干活',
  legendNotch: '刻线：又完成一部分',
  nothing: '还没有测量。',
};

export const barWords: Readonly<Record<Language, BarWords>> = { en: english, zh: chinese };

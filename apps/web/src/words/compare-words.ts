import type { Absence } from '../compare/load-side.ts';
import type { Dictionary } from './use-words.ts';

const absentEn: Record<Absence, string> = {
  'not-named': 'the address does not say which run.',
  'unknown-run': 'there is no recording of this run, or no longer.',
  'unknown-lab': 'it is a run of a lab that is not here.',
  unreachable: 'it could not be fetched: the server does not answer.',
};

const absentZh: Record<Absence, string> = {
  'not-named': '网址没有说明是哪次运行。',
  'unknown-run': '没有这次运行的录像，或已不再保存。',
  'unknown-lab': '它属于一个这里没有的实验。',
  unreachable: '取不到：服务器没有回应。',
};

const en = {
  title: 'Two runs side by side',
  notBoth: 'There are no two runs to compare',
  absent: absentEn,
  sides: { left: 'Left', right: 'Right' },
  colon: ': ',
  golden: 'the lab’s recording',
  ended: (outcome: string) => `ends: ${outcome}`,
  otherLab: (left: string, right: string) =>
    `Two different labs: ${left} on the left, ${right} on the right. Steps stand side by side only by their number.`,
  otherKnobs: (knobs: readonly string[]) => `Not run with the same: ${knobs.join('; ')}.`,
  knob: (label: string, left: string, right: string) => `${label} ${left} left, ${right} right`,
  nothing: 'nothing',
  same: (steps: number) => (steps === 0 ? 'Nothing more happens in either.' : `The same to the end, ${steps} steps.`),
  sameUntil: (steps: number) =>
    steps === 0 ? 'Different from the first step.' : `The same until step ${steps}. Then they differ.`,
  sameFor: (steps: number) =>
    steps === 0 ? 'From here they differ.' : `From here the same for ${steps} steps. Then they differ.`,
  isOver: 'nothing more happens.',
  sameOutcome: (outcome: string) => `Both end alike: ${outcome}.`,
  otherOutcome: (left: string, right: string) => `Left ends with ${left}, right with ${right}.`,
  alignedAt: 'Side by side at',
  fork: 'where they part',
  steps: (left: number, right: number) => `step ${left} and step ${right}`,
  position: (position: number) =>
    position === 0
      ? 'where both meet'
      : position > 0
        ? `${position} ${position === 1 ? 'step' : 'steps'} after`
        : `${-position} ${position === -1 ? 'step' : 'steps'} before`,
  apart: 'set apart by hand',
  toMeeting: 'Go to where they meet',
  realign: 'Align again',
};

const zh: typeof en = {
  title: '两次运行并排',
  notBoth: '没有可比较的两次运行',
  absent: absentZh,
  sides: { left: '左', right: '右' },
  colon: '：',
  golden: '实验自带录像',
  ended: (outcome) => `结局：${outcome}`,
  otherLab: (left, right) => `这是两个不同的实验：左边是${left}，右边是${right}。步与步只按序号并排。`,
  otherKnobs: (knobs) => `运行条件不同：${knobs.join('；')}。`,
  knob: (label, left, right) => `${label} 左 ${left}、右 ${right}`,
  nothing: '无',
  same: (steps) => (steps === 0 ? '两边都不再发生什么。' : `直到结尾都相同，共 ${steps} 步。`),
  sameUntil: (steps) => (steps === 0 ? '从第一步起就不同。' : `到第 ${steps} 步为止相同，然后分开。`),
  sameFor: (steps) => (steps === 0 ? '从这里起就不同。' : `从这里起有 ${steps} 步相同，然后分开。`),
  isOver: '不再发生什么。',
  sameOutcome: (outcome) => `结局相同：${outcome}。`,
  otherOutcome: (left, right) => `左边以 ${left} 结束，右边以 ${right} 结束。`,
  alignedAt: '对齐于',
  fork: '分开之处',
  steps: (left, right) => `第 ${left} 步与第 ${right} 步`,
  position: (position) =>
    position === 0 ? '正在对齐处' : position > 0 ? `其后第 ${position} 步` : `其前第 ${-position} 步`,
  apart: '已手动错开',
  toMeeting: '去对齐处',
  realign: '重新对齐',
};

export const compareWords: Dictionary<typeof en> = { en, zh };

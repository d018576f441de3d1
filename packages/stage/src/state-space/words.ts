import { printedCount } from '../printed.ts';
import type { Language } from '../text.ts';
import type { StateLook } from './state-mark.tsx';

interface SpaceWords {
  readonly figure: (counts: SpaceCounts) => string;
  readonly summary: (counts: SpaceCounts) => string;
  readonly none: string;
  readonly tooMany: (states: number) => string;
  readonly looks: Readonly<Record<StateLook, string>>;
  readonly state: (state: number, depth: number, look: string) => string;
  readonly atStart: string;
  readonly go: string;
  readonly goByClick: string;
  readonly hint: string;
  readonly hintWithGo: string;
  readonly larger: string;
  readonly smaller: string;
  readonly bugWay: string;
}

export interface SpaceCounts {
  readonly states: number;
  readonly good: number;
  readonly bad: number;
  readonly deadlocks: number;
  readonly doomed: number;
  /** Nothing more will be found. */
  readonly isWhole: boolean;
}

const english: SpaceWords = {
  figure: (counts) => `State space: ${english.summary(counts)}`,
  summary: ({ states, good, bad, deadlocks, doomed, isWhole }) => {
    const ends = [
      ...(good > 0 ? [`${many(good, 'good end')}`] : []),
      ...(bad > 0 ? [`${many(bad, 'wrong end')}`] : []),
      ...(deadlocks > 0 ? [`${many(deadlocks, 'deadlock')}`] : []),
    ];
    const wrong = bad + deadlocks;
    const told = `${many(states, 'state')}${isWhole ? '' : ' so far'}: ${ends.length > 0 ? list(ends) : 'no end yet'}.`;
    if (!isWhole) return told;
    if (wrong === 0) return `${told} Whatever the schedule, none ends wrong.`;
    return doomed > 0 ? `${told} From ${doomed} more no good end can be reached.` : told;
  },
  none: 'No state has been found yet.',
  tooMany: (states) => `${printedCount(states)} states are too many for a picture.`,
  looks: {
    start: 'start',
    plain: 'on the way',
    doomed: 'doomed: no good end ahead',
    good: 'good end',
    bad: 'wrong end',
    deadlock: 'deadlock',
  },
  state: (state, depth, look) => `State ${state} after ${many(depth, 'operation')}: ${look}`,
  atStart: 'nothing done yet',
  go: 'Go there by hand',
  goByClick: 'click or Enter: go there by hand',
  hint: 'Point at a state, or walk with the arrow keys.',
  hintWithGo: 'Point at a state, or walk with the arrow keys; Enter goes there by hand.',
  larger: 'larger',
  smaller: 'smaller',
  bugWay: 'way to the bug',
};

const chinese: SpaceWords = {
  figure: (counts) => `状态空间：${chinese.summary(counts)}`,
  summary: ({ states, good, bad, deadlocks, doomed, isWhole }) => {
    const ends = [
      ...(good > 0 ? [`正确结局 ${good} 个`] : []),
      ...(bad > 0 ? [`错误结局 ${bad} 个`] : []),
      ...(deadlocks > 0 ? [`死锁 ${deadlocks} 个`] : []),
    ];
    const found = `${isWhole ? '共' : '已找到'} ${printedCount(states)} 个状态`;
    const told = `${found}：${ends.length > 0 ? ends.join('，') : '尚无结局'}。`;
    if (!isWhole) return told;
    if (bad + deadlocks === 0) return `${told}无论怎样调度都不会出错。`;
    return doomed > 0 ? `${told}另有 ${doomed} 个状态已无法到达正确结局。` : told;
  },
  none: '尚未找到任何状态。',
  tooMany: (states) => `${printedCount(states)} 个状态太多，画不成一张图。`,
  looks: {
    start: '起点',
    plain: '途中',
    doomed: '注定出错：前面没有正确结局',
    good: '正确结局',
    bad: '错误结局',
    deadlock: '死锁',
  },
  state: (state, depth, look) => `状态 ${state}，${depth} 个操作之后：${look}`,
  atStart: '尚未执行任何操作',
  go: '用手动调度到达这里',
  goByClick: '点击或按回车键：用手动调度到达这里',
  hint: '指向一个状态，或用方向键行走。',
  hintWithGo: '指向一个状态，或用方向键行走；回车键用手动调度到达那里。',
  larger: '放大',
  smaller: '缩小',
  bugWay: '通向错误的路',
};

export const spaceWords: Readonly<Record<Language, SpaceWords>> = { en: english, zh: chinese };

function many(count: number, what: string): string {
  return `${printedCount(count)} ${what}${count === 1 ? '' : 's'}`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

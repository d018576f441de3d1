// What the lanes say by themselves; the operations keep their names in both languages.
import { assertNever } from '@lockstep/trace';
import { printed } from '../printed.ts';
import type { Language } from '../text.ts';
import { apart } from './apart.ts';
import type { TrackKind } from './touch-of.ts';
import type { Track } from './tracks.ts';

interface LaneWords {
  readonly figure: (cursor: number) => string;
  readonly step: string;
  readonly ready: string;
  readonly running: string;
  readonly notStarted: string;
  readonly finished: string;
  readonly killed: string;
  readonly heldBy: (holder: string) => string;
  /** Somebody or something and how it stands; and what separates those. */
  readonly item: (what: string, how: string) => string;
  readonly between: string;
  readonly daemon: string;
  readonly sleeping: (time: string) => string;
  readonly lost: (value: number, count: number) => string;
  readonly shouldBe: (value: number) => string;
  readonly is: (value: number) => string;
  readonly stale: (thread: string, value: number, step: number) => string;
  readonly earlier: (count: number) => string;
  readonly later: (count: number) => string;
  /** After those who wait for an object. */
  readonly waitsHere: string;
  readonly deadlock: string;
  readonly tracks: (shown: number, all: number) => string;
  readonly trackChoice: string;
  readonly scroll: string;
}

const english: LaneWords = {
  figure: (cursor) => `Threads as lanes at step ${cursor}`,
  step: 'step',
  ready: 'ready',
  running: 'holds the interpreter lock',
  notStarted: 'not started',
  finished: 'finished',
  killed: 'killed',
  heldBy: (holder) => `held by ${holder}`,
  item: (what, how) => `${what} – ${how}`,
  between: '; ',
  daemon: 'daemon',
  sleeping: (time) => `sleeping: ${time}`,
  lost: (value, count) => (count === 1 ? `${printed(value)} is lost` : `${count} updates are lost`),
  shouldBe: (value) => `should be ${printed(value)}`,
  is: (value) => `is ${printed(value)}`,
  stale: (thread, value, step) => `${thread} works with the ${printed(value)} it read at step ${step}`,
  earlier: (count) => `← ${count} earlier`,
  later: (count) => `${count} more →`,
  waitsHere: 'waiting',
  deadlock: 'nobody can go on',
  tracks: (shown, all) => `${shown} of ${all} shared objects`,
  trackChoice: 'Shared objects to show',
  scroll: 'Lanes and shared objects',
};

const chinese: LaneWords = {
  figure: (cursor) => `第 ${cursor} 步的线程泳道图`,
  step: '步',
  ready: '就绪',
  running: '持有解释器锁',
  notStarted: '未启动',
  finished: '已结束',
  killed: '被终止',
  heldBy: (holder) => `由${apart(holder)}持有`,
  item: (what, how) => `${what}：${how}`,
  between: '；',
  daemon: '守护',
  sleeping: (time) => `睡眠：${time}`,
  lost: (value, count) => (count === 1 ? `丢了 ${printed(value)}` : `丢了 ${count} 次更新`),
  shouldBe: (value) => `应为 ${printed(value)}`,
  is: (value) => `实为 ${printed(value)}`,
  stale: (thread, value, step) => `${thread} 一直拿着第 ${step} 步读到的 ${printed(value)}`,
  earlier: (count) => `← 前面还有 ${count} 步`,
  later: (count) => `后面还有 ${count} 步 →`,
  waitsHere: '在等',
  deadlock: '谁也无法继续',
  tracks: (shown, all) => `共享对象：显示 ${shown}/${all}`,
  trackChoice: '显示哪些共享对象',
  scroll: '泳道与共享对象',
};

export const laneWords: Readonly<Record<Language, LaneWords>> = { en: english, zh: chinese };

const KINDS: Readonly<Record<TrackKind, { readonly en: string; readonly zh: string }>> = {
  value: { en: 'value', zh: '变量' },
  lock: { en: 'lock', zh: '锁' },
  gil: { en: 'lock', zh: '锁' },
  semaphore: { en: 'semaphore', zh: '信号量' },
  condition: { en: 'condition', zh: '条件变量' },
  event: { en: 'event', zh: '事件' },
  barrier: { en: 'barrier', zh: '栅栏' },
  queue: { en: 'queue', zh: '队列' },
  pool: { en: 'pool', zh: '线程池' },
};

export function trackKindWord(kind: TrackKind, language: Language): string {
  return KINDS[kind][language];
}

/** How a shared object stands, in two or three words. */
export function trackWord({ kind }: Pick<Track, 'kind'>, level: number, language: Language): string {
  const isEnglish = language === 'en';
  switch (kind) {
    case 'value':
      return printed(level);
    case 'lock':
    case 'gil':
      return level === 0 ? (isEnglish ? 'free' : '空闲') : isEnglish ? 'held' : '被持有';
    case 'event':
      return level === 0 ? (isEnglish ? 'not set' : '未设置') : isEnglish ? 'set' : '已设置';
    case 'semaphore':
      return isEnglish ? `${level} left` : `还剩 ${level}`;
    case 'condition':
      return isEnglish ? `${level} to be notified` : `${level} 个等通知`;
    case 'barrier':
      return isEnglish ? `${level} here` : `${level} 个已到`;
    case 'queue':
      return isEnglish ? `${level} ${level === 1 ? 'item' : 'items'}` : `${level} 个元素`;
    case 'pool':
      return isEnglish ? `${level} ${level === 1 ? 'job' : 'jobs'} in line` : `${level} 个任务排队`;
    default:
      return assertNever(kind);
  }
}

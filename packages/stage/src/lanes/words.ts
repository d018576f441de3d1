// What the lanes say by themselves; the operations keep their names in both languages.
import { printed } from '../printed.ts';
import type { Language } from '../text.ts';

interface LaneWords {
  readonly figure: (cursor: number) => string;
  readonly step: string;
  readonly ready: string;
  readonly waiting: (reason: string) => string;
  readonly heldBy: (what: string, holder: string) => string;
  readonly sleeping: (time: string) => string;
  readonly lost: (value: number, count: number) => string;
  readonly shouldBe: (value: number) => string;
  readonly is: (value: number) => string;
  readonly stale: (thread: string, value: number, step: number) => string;
  readonly earlier: (count: number) => string;
  readonly later: (count: number) => string;
}

const english: LaneWords = {
  figure: (cursor) => `Threads as lanes at step ${cursor}`,
  step: 'step',
  ready: 'ready',
  waiting: (reason) => `waiting: ${reason}`,
  heldBy: (what, holder) => `${what}, held by ${holder}`,
  sleeping: (time) => `sleeping: ${time}`,
  lost: (value, count) => (count === 1 ? `${printed(value)} is lost` : `${count} updates are lost`),
  shouldBe: (value) => `should be ${printed(value)}`,
  is: (value) => `is ${printed(value)}`,
  stale: (thread, value, step) => `${thread} works with the ${printed(value)} it read at step ${step}`,
  earlier: (count) => `← ${count} earlier`,
  later: (count) => `${count} more →`,
};

const chinese: LaneWords = {
  figure: (cursor) => `第 ${cursor} 步的线程泳道图`,
  step: '步',
  ready: '就绪',
  waiting: (reason) => `等待：${reason}`,
  heldBy: (what, holder) => `${what}，由${holder} 持有`,
  sleeping: (time) => `睡眠：${time}`,
  lost: (value, count) => (count === 1 ? `丢了 ${printed(value)}` : `丢了 ${count} 次更新`),
  shouldBe: (value) => `应为 ${printed(value)}`,
  is: (value) => `实为 ${printed(value)}`,
  stale: (thread, value, step) => `${thread} 一直拿着第 ${step} 步读到的 ${printed(value)}`,
  earlier: (count) => `← 前面还有 ${count} 步`,
  later: (count) => `后面还有 ${count} 步 →`,
};

export const laneWords: Readonly<Record<Language, LaneWords>> = { en: english, zh: chinese };

import type { QueueOrder } from '@lockstep/trace';
import type { Language } from '../text.ts';

interface QueueWords {
  readonly kinds: Readonly<Record<QueueOrder, string>>;
  readonly figure: (queue: string, cursor: number, size: number, capacity: number | undefined) => string;
  readonly firstOut: (items: string) => string;
  readonly noQueue: string;
  readonly producers: string;
  readonly consumers: string;
  readonly size: string;
  readonly places: (size: number, capacity: number | undefined) => string;
  readonly put: string;
  readonly got: string;
  readonly unfinished: string;
  readonly joinWaits: string;
  readonly puts: (item: string) => string;
  readonly gets: (item: string) => string;
  readonly asks: (asked: string, answer: string) => string;
  readonly joinReturned: (step: number) => string;
  readonly in: string;
  readonly out: string;
  readonly full: string;
  readonly empty: string;
  readonly wants: Readonly<Record<'put' | 'get' | 'join', string>>;
  readonly hidden: (count: number) => string;
  readonly journeys: string;
  readonly putBy: string;
  readonly item: string;
  readonly gotBy: string;
  readonly earlier: (count: number) => string;
  readonly inside: string;
  readonly toPut: (item: string, by: string, step: number) => string;
  readonly toGot: (item: string, by: string, step: number) => string;
  readonly pill: string;
}

const english: QueueWords = {
  kinds: {
    fifo: 'queue: first in, first out',
    lifo: 'stack: last in, first out',
    priority: 'priority queue: smallest first',
  },
  figure: (queue, cursor, size, capacity) =>
    `Queue ${queue} at step ${cursor}: ${size}${capacity === undefined ? '' : ` of ${capacity}`} ${capacity === undefined ? (size === 1 ? 'item' : 'items') : 'places taken'}`,
  firstOut: (items) => `first out: ${items}`,
  noQueue: 'No queue has been used yet.',
  producers: 'put',
  consumers: 'get',
  size: 'size',
  places: (size, capacity) => (capacity === undefined ? `${size}, no limit` : `${size} of ${capacity}`),
  put: 'put',
  got: 'got',
  unfinished: 'unfinished tasks',
  joinWaits: 'join() waits',
  joinReturned: (step) => `join() returned, step ${step}`,
  puts: (item) => `puts ${item}`,
  gets: (item) => `gets ${item}`,
  asks: (asked, answer) => `${asked}(): ${answer}`,
  in: 'in',
  out: 'out',
  full: 'full',
  empty: 'empty',
  wants: { put: 'full', get: 'empty', join: 'join()' },
  hidden: (count) => `+${count}`,
  journeys: 'Where each item went',
  putBy: 'put by',
  item: 'item',
  gotBy: 'got by',
  earlier: (count) => `← ${count} earlier`,
  inside: 'still inside',
  toPut: (item, by, step) => `${item} was put by ${by}: go to step ${step}`,
  toGot: (item, by, step) => `${item} was got by ${by}: go to step ${step}`,
  pill: 'poison pill',
};

const chinese: QueueWords = {
  kinds: { fifo: '队列：先进先出', lifo: '栈：后进先出', priority: '优先队列：最小者先出' },
  figure: (queue, cursor, size, capacity) =>
    `第 ${cursor} 步的队列 ${queue}：${capacity === undefined ? `${size} 项` : `${capacity} 个位置中占用 ${size} 个`}`,
  firstOut: (items) => `取出次序：${items}`,
  noQueue: '尚未使用任何队列。',
  producers: '放入',
  consumers: '取出',
  size: '大小',
  places: (size, capacity) => (capacity === undefined ? `${size}，无上限` : `${size} / ${capacity}`),
  put: '已放入',
  got: '已取出',
  unfinished: '未完成任务',
  joinWaits: 'join() 等待中',
  joinReturned: (step) => `join() 已返回，第 ${step} 步`,
  puts: (item) => `放入 ${item}`,
  gets: (item) => `取出 ${item}`,
  asks: (asked, answer) => `${asked}()：${answer}`,
  in: '入',
  out: '出',
  full: '满',
  empty: '空',
  wants: { put: '已满', get: '已空', join: 'join()' },
  hidden: (count) => `+${count}`,
  journeys: '每一项的去向',
  putBy: '放入者',
  item: '项',
  gotBy: '取出者',
  earlier: (count) => `← 之前还有 ${count} 项`,
  inside: '仍在队列中',
  toPut: (item, by, step) => `${item} 由${by}放入：转到第 ${step} 步`,
  toGot: (item, by, step) => `${item} 由${by}取出：转到第 ${step} 步`,
  pill: '毒丸',
};

export const queueWords: Readonly<Record<Language, QueueWords>> = { en: english, zh: chinese };

import type { Occupancy } from '@lockstep/trace';
import type { Language } from '../text.ts';

interface PlaceWords {
  readonly kinds: Readonly<Record<Occupancy['kind'] | 'rlock', string>>;
  readonly figure: (cursor: number) => string;
  readonly nothing: string;
  readonly outside: string;
  readonly noPromise: string;
  readonly nobody: string;
  readonly inside: string;
  readonly elsewhere: string;
  readonly free: string;
  readonly extra: string;
  readonly left: (value: number, initial: number) => string;
  readonly grown: (extra: number) => string;
  readonly isFree: string;
  readonly held: (by: string) => string;
  readonly depth: (depth: number) => string;
  readonly here: (inside: number, parties: number) => string;
  readonly states: Readonly<Record<'filling' | 'full' | 'open' | 'resetting' | 'broken', string>>;
  readonly brokenBy: (by: string) => string;
  readonly arrived: string;
  readonly passed: string;
  readonly before: string;
  readonly set: (by: string) => string;
  readonly notSet: string;
  readonly cleared: (by: string) => string;
  readonly gaveUp: string;
  readonly line: string;
  readonly door: string;
  readonly called: string;
  readonly lock: string;
  readonly unheard: (by: string, step: number, count: number) => string;
  readonly wentAway: (who: string, timeoutMs: number | undefined) => string;
  readonly failed: (who: string, error: string) => string;
  readonly atMost: (ms: number) => string;
  readonly mayGo: string;
}

const english: PlaceWords = {
  kinds: {
    semaphore: 'semaphore',
    lock: 'lock',
    rlock: 'reentrant lock',
    event: 'event',
    barrier: 'barrier',
    condition: 'condition',
  },
  figure: (cursor) => `Who is inside and who waits at step ${cursor}`,
  nothing: 'Nothing to wait for has been used yet.',
  outside: 'waits outside',
  noPromise: 'as they came; nobody promises that order',
  nobody: 'nobody',
  inside: 'inside',
  elsewhere: 'elsewhere',
  free: 'free',
  extra: 'extra',
  left: (value, initial) => `${value} of ${initial} left`,
  grown: (extra) => `${extra} more than at first: released too often`,
  isFree: 'free',
  held: (by) => `held by ${by}`,
  depth: (depth) => `${depth} times`,
  here: (inside, parties) => (parties === 0 ? 'nobody has come' : `${inside} of ${parties} are here`),
  states: {
    filling: 'closed until all are here',
    full: 'all are here',
    open: 'open: all leave',
    resetting: 'being reset',
    broken: 'broken',
  },
  brokenBy: (by) => `broken by ${by}`,
  arrived: 'has come',
  passed: 'has passed',
  before: 'waits before it',
  set: (by) => `set by ${by}: open`,
  notSet: 'not set: closed',
  cleared: (by) => `cleared by ${by}: closed`,
  gaveUp: 'went on without it',
  line: 'waits to be notified',
  door: 'waits for the lock',
  called: 'notified',
  lock: 'has the lock',
  unheard: (by, step, count) =>
    `notify() by ${by} at step ${step} met nobody: it is lost${count > 1 ? ` (${count} so far)` : ''}`,
  wentAway: (who, timeoutMs) =>
    timeoutMs === undefined ? `${who} got none and went on` : `${who} got none within ${timeoutMs} ms`,
  failed: (who, error) => `${who}: ${error}`,
  atMost: (ms) => `≤ ${ms} ms`,
  mayGo: 'may go in',
};

const chinese: PlaceWords = {
  kinds: {
    semaphore: '信号量',
    lock: '锁',
    rlock: '可重入锁',
    event: '事件',
    barrier: '栅栏',
    condition: '条件变量',
  },
  figure: (cursor) => `第 ${cursor} 步：谁在里面，谁在等`,
  nothing: '尚未使用任何同步对象。',
  outside: '在外等待',
  noPromise: '按到达先后；但不保证按此次序进入',
  nobody: '无',
  inside: '在里面',
  elsewhere: '在别处',
  free: '空',
  extra: '多出',
  left: (value, initial) => `剩 ${value} / ${initial}`,
  grown: (extra) => `比最初多 ${extra} 个：释放次数过多`,
  isFree: '空闲',
  held: (by) => `${by}持有`,
  depth: (depth) => `${depth} 层`,
  here: (inside, parties) => (parties === 0 ? '无人到达' : `已到 ${inside} / ${parties}`),
  states: {
    filling: '关闭，等所有人到齐',
    full: '已到齐',
    open: '打开：全部离开',
    resetting: '正在重置',
    broken: '已损坏',
  },
  brokenBy: (by) => `被${by}损坏`,
  arrived: '已到达',
  passed: '已通过',
  before: '在门前等待',
  set: (by) => `${by}已设置：打开`,
  notSet: '未设置：关闭',
  cleared: (by) => `${by}已清除：关闭`,
  gaveUp: '没等到，自行继续',
  line: '等待通知',
  door: '等待锁',
  called: '已被通知',
  lock: '持有锁',
  unheard: (by, step, count) =>
    `${by}在第 ${step} 步的 notify() 无人听到：已丢失${count > 1 ? `（共 ${count} 次）` : ''}`,
  wentAway: (who, timeoutMs) =>
    timeoutMs === undefined ? `${who}没有拿到，继续执行` : `${who}在 ${timeoutMs} ms 内没有拿到`,
  failed: (who, error) => `${who}：${error}`,
  atMost: (ms) => `≤ ${ms} ms`,
  mayGo: '可以进入',
};

export const placeWords: Readonly<Record<Language, PlaceWords>> = { en: english, zh: chinese };

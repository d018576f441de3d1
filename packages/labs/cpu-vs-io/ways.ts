import type { Text } from '@lockstep/lab';
import type { KnobValues } from '@lockstep/trace';

/** The ways of doing the jobs; each is an actor, and `<group>/<way>` is the name of its work. */
export const WAYS = ['one', 'locked', 'unlocked', 'processes'] as const;
export type Way = (typeof WAYS)[number];

export const GROUPS = ['cpu', 'io'] as const;
export type GroupName = (typeof GROUPS)[number];

/** Of DESIGN §10. */
const MOST_PROCESSES = 4;

/** How many workers a way has. */
export function workersOf(way: Way, knobs: KnobValues): number {
  const wanted = Number(knobs['workers']);
  if (way === 'one') return 1;
  return way === 'processes' ? Math.min(wanted, MOST_PROCESSES) : wanted;
}

export const wayNames: Readonly<Record<Way, Text>> = {
  one: { en: 'one after the other', zh: '依次执行' },
  locked: { en: 'threads, one lock', zh: '线程，共用一把锁' },
  unlocked: { en: 'threads, no shared lock', zh: '线程，没有共用的锁' },
  processes: { en: 'processes', zh: '进程' },
};

/** The same where there is little room. */
export const actorNames: Readonly<Record<Way, Text>> = {
  one: { en: 'one by one', zh: '依次' },
  locked: { en: 'one lock', zh: '共用锁' },
  unlocked: { en: 'no lock', zh: '无共用锁' },
  processes: { en: 'processes', zh: '进程' },
};

export const groupNames: Readonly<Record<GroupName, Text>> = {
  cpu: { en: 'computing', zh: '计算' },
  io: { en: 'sleeping', zh: '睡眠' },
};

export function isWay(text: string): text is Way {
  return (WAYS as readonly string[]).includes(text);
}

/** `cpu/locked` taken apart; undefined for what is no work of this lab. */
export function partsOf(work: string): { readonly group: GroupName; readonly way: Way } | undefined {
  const [group, way] = work.split('/');
  return (group === 'cpu' || group === 'io') && way !== undefined && isWay(way) ? { group, way } : undefined;
}

import type { Moment } from '@lockstep/lab';
import { findEvent, foldOf, lostUpdates, type Trace, valueHistory } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  { id: 'both-hold', label: { en: 'both hold the same value', zh: '双方拿着同一个值' }, find: bothHoldTheSame },
  { id: 'lost', label: { en: 'lost', zh: '丢失' }, find: (trace) => firstLost(trace)?.seq },
  {
    id: 'waits',
    label: { en: 'one waits', zh: '一方等待' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'thread.blocked' && event.actor !== 'main')?.seq,
  },
  {
    id: 'printed',
    label: { en: 'printed', zh: '打印' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'text.printed')?.seq,
  },
  {
    id: 'first-wrong',
    label: { en: 'first wrong run', zh: '第一次出错' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'outcome.observed' && !event.expected)?.seq,
  },
  {
    id: 'found',
    label: { en: 'found', zh: '找到' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'search.finished')?.seq,
  },
];

/** The first store that overwrote another thread's store unseen. */
export function firstLost(trace: Trace): { readonly seq: number; readonly basis?: number } | undefined {
  return lostUpdates(foldOf(valueHistory, trace).at(trace.length))[0];
}

/** The second of the two loads between which nobody stored. */
function bothHoldTheSame(trace: Trace): number | undefined {
  const accesses = [...foldOf(valueHistory, trace).at(trace.length).values.values()].flat();
  for (const [index, access] of accesses.entries()) {
    const before = accesses[index - 1];
    if (before?.act === 'read' && access.act === 'read' && before.actor !== access.actor) return access.seq;
  }
  return undefined;
}

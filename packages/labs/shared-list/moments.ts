import { endMoment, type Moment, searchMoment } from '@lockstep/lab';
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';

export const IN_VAIN = 'in vain';
export const PRODUCER = 't1';

export const moments: readonly Moment[] = [
  {
    id: 'in-vain',
    label: { en: 'a look in vain', zh: '白看一眼' },
    find: (trace) => additions(trace, IN_VAIN)[0]?.seq,
  },
  { id: 'old-news', label: { en: 'two have seen the same entry', zh: '两个看到同一件' }, find: twoSawTheSame },
  { id: 'empty', label: { en: 'popped from an empty list', zh: '从空列表取' }, find: (trace) => emptyPop(trace)?.seq },
  { id: 'waits', label: { en: 'one waits', zh: '一方等待' }, find: (trace) => firstWait(trace)?.seq },
  { id: 'woken', label: { en: 'woken by a put', zh: '被放入唤醒' }, find: (trace) => wokenByPut(trace)?.seq },
  endMoment,
  searchMoment,
];

export function additions(trace: Trace, name: string): readonly EventOf<'value.added'>[] {
  return trace
    .slice(0)
    .filter((event): event is EventOf<'value.added'> => event.kind === 'value.added' && event.name === name);
}

/** The first pop for which nothing was left. */
export function emptyPop(trace: Trace): EventOf<'value.added'> | undefined {
  return additions(trace, 'entries').find(({ value, before }) => value < before && before <= 0);
}

/** The look on which a thread acted at `seq`. */
export function lookBefore(trace: Trace, { actor, seq }: { actor: string; seq: number }): number | undefined {
  for (let before = seq - 1; before >= 0; before--)
    if (trace.actorAt(before) === actor && trace.kindAt(before) === 'value.read') return before;
  return undefined;
}

/** The second of two looks at the last entry, when nobody took it between. */
function twoSawTheSame(trace: Trace): number | undefined {
  let seenBy: string | undefined;
  for (const event of trace.slice(0)) {
    if (event.kind === 'value.added' && event.name === 'entries') seenBy = undefined;
    if (event.kind !== 'value.read' || event.value !== 1 || event.actor === PRODUCER) continue;
    if (seenBy !== undefined && seenBy !== event.actor) return event.seq;
    seenBy = event.actor;
  }
  return undefined;
}

export function firstWait(trace: Trace): EventOf<'thread.blocked'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'thread.blocked' && event.actor !== 'main');
  return found?.kind === 'thread.blocked' ? found : undefined;
}

export function wokenByPut(trace: Trace): EventOf<'thread.unblocked'> | undefined {
  const found = findEvent(
    trace,
    ({ kind, cause }) => kind === 'thread.unblocked' && cause !== undefined && trace.kindAt(cause) === 'queue.put',
  );
  return found?.kind === 'thread.unblocked' ? found : undefined;
}

import { type Moment, searchMoment } from '@lockstep/lab';
import { type EventOf, findEvent, foldOf, lostUpdates, type Trace, valueHistory } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  {
    id: 'same-number',
    label: { en: 'a second thread loads the same number', zh: '又一个线程读到同一个数' },
    find: sameNumber,
  },
  { id: 'lost', label: { en: 'lost', zh: '丢失' }, find: (trace) => firstLost(trace) },
  {
    id: 'waits',
    label: { en: 'somebody waits for the lock', zh: '有人等锁' },
    find: (trace) =>
      findEvent(
        trace,
        (event) => (event.kind === 'thread.blocked' && event.actor !== 'main') || event.kind === 'lock.refused',
      )?.seq,
  },
  {
    id: 'handed-over',
    label: { en: 'the lock changes hands', zh: '锁易手' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'lock.acquired' && event.cause !== undefined)?.seq,
  },
  { id: 'result', label: { en: 'the result', zh: '结果' }, find: (trace) => outcomeOf(trace)?.seq },
  searchMoment,
];

export function outcomeOf(trace: Trace): EventOf<'outcome.observed'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'outcome.observed');
  return found?.kind === 'outcome.observed' ? found : undefined;
}

/** The first store that overwrote another thread's store unseen. */
function firstLost(trace: Trace): number | undefined {
  return lostUpdates(foldOf(valueHistory, trace).at(trace.length))[0]?.seq;
}

function sameNumber(trace: Trace): number | undefined {
  const seen = new Set<number>();
  return findEvent(trace, (event) => {
    if (event.kind !== 'value.read') return false;
    const isSecond = seen.has(event.value);
    seen.add(event.value);
    return isSecond;
  })?.seq;
}

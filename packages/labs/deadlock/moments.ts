import { firstWrongMoment, type Moment, searchMoment } from '@lockstep/lab';
import { findEvent, foldOf, type Trace, waitForGraph } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  { id: 'hold-and-wait', label: { en: 'holds one, waits for the other', zh: '拿着一个等另一个' }, find: holdsAndWaits },
  { id: 'circle', label: { en: 'the circle closes', zh: '环合上了' }, find: closing },
  {
    id: 'puts-back',
    label: { en: 'one gives up and puts back', zh: '一方放弃并放回' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'lock.refused')?.seq,
  },
  {
    id: 'all-ate',
    label: { en: 'all have eaten', zh: '都吃上了' },
    find: (trace) =>
      findEvent(trace, (event) => event.kind === 'outcome.observed' && event.value !== 'deadlock' && event.expected)
        ?.seq,
  },
  firstWrongMoment,
  searchMoment,
];

/** The first step after which some threads wait for each other in a circle. */
export function closing(trace: Trace): number | undefined {
  return findEvent(
    trace,
    (event) => event.kind === 'thread.blocked' && foldOf(waitForGraph, trace).at(event.seq + 1).cycles.length > 0,
  )?.seq;
}

function holdsAndWaits(trace: Trace): number | undefined {
  return findEvent(
    trace,
    (event) =>
      event.kind === 'thread.blocked' &&
      [...foldOf(waitForGraph, trace).at(event.seq).holds.values()].some(({ thread }) => thread === event.actor),
  )?.seq;
}

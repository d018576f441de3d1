import { endMoment, firstWrongMoment, type Moment, searchMoment } from '@lockstep/lab';
import { findEvent, foldOf, type Trace, waitForGraph } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  { id: 'all-hold', label: { en: 'everybody holds one fork', zh: '每人各拿一把' }, find: everybodyHoldsOne },
  { id: 'circle', label: { en: 'the circle closes', zh: '环合上了' }, find: closing },
  {
    id: 'stays-out',
    label: { en: 'one waits with empty hands', zh: '有人空着手等' },
    find: waitsWithEmptyHands,
  },
  endMoment,
  firstWrongMoment,
  searchMoment,
];

/** The first step after which the philosophers wait for each other in a circle. */
export function closing(trace: Trace): number | undefined {
  return findEvent(
    trace,
    (event) => event.kind === 'thread.blocked' && foldOf(waitForGraph, trace).at(event.seq + 1).cycles.length > 0,
  )?.seq;
}

function everybodyHoldsOne(trace: Trace): number | undefined {
  const seats = trace.header.actors.filter(({ role }) => role === 'thread').length;
  return findEvent(trace, (event) => {
    if (event.kind !== 'lock.acquired') return false;
    const holders = [
      ...foldOf(waitForGraph, trace)
        .at(event.seq + 1)
        .holds.values(),
    ].map(({ thread }) => thread);
    return new Set(holders).size === seats && holders.length === seats;
  })?.seq;
}

function waitsWithEmptyHands(trace: Trace): number | undefined {
  return findEvent(trace, (event) => {
    if (event.kind !== 'thread.blocked' || event.actor === 'main') return false;
    return ![...foldOf(waitForGraph, trace).at(event.seq).holds.values()].some(({ thread }) => thread === event.actor);
  })?.seq;
}

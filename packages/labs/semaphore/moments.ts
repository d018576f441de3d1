import { endMoment, type Moment, searchMoment } from '@lockstep/lab';
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  {
    id: 'full',
    label: { en: 'the last place is taken', zh: '最后一个车位没了' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'semaphore.acquired' && event.value === 0)?.seq,
  },
  { id: 'waits', label: { en: 'one waits outside', zh: '有车在外面等' }, find: (trace) => firstWait(trace)?.seq },
  {
    id: 'room',
    label: { en: 'a place comes free', zh: '空出一个车位' },
    find: (trace) => {
      const wait = firstWait(trace)?.seq;
      return findEvent(trace, (event) => event.kind === 'semaphore.released' && wait !== undefined && event.seq > wait)
        ?.seq;
    },
  },
  {
    id: 'crowded',
    label: { en: 'too many inside', zh: '里面太挤' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'value.added' && event.name === 'crowded')?.seq,
  },
  {
    id: 'refused',
    label: { en: 'Python refuses', zh: 'Python 拒绝' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'operation.failed')?.seq,
  },
  endMoment,
  searchMoment,
];

export function firstWait(trace: Trace): EventOf<'thread.blocked'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'thread.blocked' && event.actor !== 'main');
  return found?.kind === 'thread.blocked' ? found : undefined;
}

/** How many were inside at once, at most, and at which step. */
export function mostInside(trace: Trace): { readonly cars: number; readonly seq: number } | undefined {
  let most: { cars: number; seq: number } | undefined;
  for (const event of trace.slice(0))
    if (event.kind === 'value.added' && event.name === 'inside' && event.value > (most?.cars ?? 0))
      most = { cars: event.value, seq: event.seq };
  return most;
}

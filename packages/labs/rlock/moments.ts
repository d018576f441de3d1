import { endMoment, type Moment, searchMoment } from '@lockstep/lab';
import { type EventOf, findEvent, foldOf, type Trace, waitForGraph } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  {
    id: 'again',
    label: { en: 'the second acquire', zh: '第二次获取' },
    find: (trace) => again(trace)?.seq,
  },
  { id: 'for-itself', label: { en: 'it waits for itself', zh: '它在等自己' }, find: waitsForItself },
  {
    id: 'still-held',
    label: { en: 'one release is missing', zh: '少了一次释放' },
    find: waitsForTheDead,
  },
  {
    id: 'error',
    label: { en: 'the error', zh: '错误' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'operation.failed')?.seq,
  },
  { id: 'circle', label: { en: 'two in a circle', zh: '两个成环' }, find: circleOfTwo },
  endMoment,
  searchMoment,
];

/** An acquire of a lock that the thread already has. */
export function again(trace: Trace): EventOf<'lock.acquired'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'lock.acquired' && (event.depth ?? 1) > 1);
  return found?.kind === 'lock.acquired' ? found : undefined;
}

export function waitsForItself(trace: Trace): number | undefined {
  return findEvent(trace, (event) => event.kind === 'thread.blocked' && event.holder === event.actor)?.seq;
}

export function circleOfTwo(trace: Trace): number | undefined {
  return findEvent(
    trace,
    (event) =>
      event.kind === 'thread.blocked' &&
      event.holder !== event.actor &&
      foldOf(waitForGraph, trace).at(event.seq + 1).cycles.length > 0,
  )?.seq;
}

/** Somebody waits for a lock whose holder has finished. */
function waitsForTheDead(trace: Trace): number | undefined {
  const finished = new Set<string>();
  const waiting = new Map<string, string>();
  return findEvent(trace, (event) => {
    if (event.kind === 'thread.finished') finished.add(event.actor);
    if (event.kind === 'thread.blocked' && event.holder !== undefined) waiting.set(event.actor, event.holder);
    if (event.kind === 'thread.unblocked') waiting.delete(event.actor);
    return [...waiting.values()].some((holder) => finished.has(holder));
  })?.seq;
}

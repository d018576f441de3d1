import { endMoment, type Moment, searchMoment } from '@lockstep/lab';
import { type EventOf, findEvent, foldOf, type Trace, waitForGraph } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  {
    id: 'lost-notify',
    label: { en: 'a notify that nobody hears', zh: '没有人听到的通知' },
    find: (trace) => lostNotify(trace)?.seq,
  },
  {
    id: 'gives-lock-back',
    label: { en: 'waiting gives the lock back', zh: '等待时交还锁' },
    find: (trace) => {
      const waited = findEvent(trace, (event) => event.kind === 'condition.waited');
      return findEvent(
        trace,
        (event) => event.kind === 'lock.released' && waited !== undefined && event.seq > waited.seq,
      )?.seq;
    },
  },
  {
    id: 'heard',
    label: { en: 'a notify that is heard', zh: '被听到的通知' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'condition.notified' && event.woken !== '')?.seq,
  },
  {
    id: 'needs-lock',
    label: { en: 'woken, and still needs the lock', zh: '醒了，还要先拿到锁' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'condition.woken')?.seq,
  },
  { id: 'stuck', label: { en: 'nobody can go on', zh: '谁都无法继续' }, find: stuck },
  {
    id: 'ghost',
    label: { en: 'taken from an empty box', zh: '从空盒子里取' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'value.added' && event.name === 'ghosts')?.seq,
  },
  endMoment,
  searchMoment,
];

export function lostNotify(trace: Trace): EventOf<'condition.notified'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'condition.notified' && event.woken === '');
  return found?.kind === 'condition.notified' ? found : undefined;
}

/** The step since which nobody can go on, and whether a circle is to blame. */
export function stuckIn(trace: Trace): { readonly since: number; readonly hasCycle: boolean } | undefined {
  const end = findEvent(trace, (event) => event.kind === 'run.ended' && event.reason === 'deadlock');
  if (!end) return undefined;
  const { stuckSince, cycles } = foldOf(waitForGraph, trace).at(trace.length);
  return { since: stuckSince ?? end.seq, hasCycle: cycles.length > 0 };
}

function stuck(trace: Trace): number | undefined {
  return stuckIn(trace)?.since;
}

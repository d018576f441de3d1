import { endMoment, type Moment, searchMoment } from '@lockstep/lab';
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  {
    id: 'waits',
    label: { en: 'the first one waits', zh: '第一个在等' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'thread.blocked' && event.actor !== 'main')?.seq,
  },
  { id: 'set', label: { en: 'the flag is set', zh: '标志设置' }, find: (trace) => firstSet(trace)?.seq },
  {
    id: 'comes-late',
    label: { en: 'one comes late and need not wait', zh: '来晚的不用等' },
    find: (trace) => comesLate(trace)?.seq,
  },
  { id: 'left-behind', label: { en: 'one is left behind', zh: '有人没赶上' }, find: leftBehind },
  {
    id: 'time-out',
    label: { en: 'the time runs out', zh: '时间用完' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'event.waited' && !event.isSet)?.seq,
  },
  endMoment,
  searchMoment,
];

export function firstSet(trace: Trace): EventOf<'event.set'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'event.set');
  return found?.kind === 'event.set' ? found : undefined;
}

/** Somebody whose wait returned although he had never been seen waiting. */
export function comesLate(trace: Trace): EventOf<'event.waited'> | undefined {
  const set = firstSet(trace);
  const lined = new Set<string>();
  const found = findEvent(trace, (event) => {
    if (event.kind === 'event.read' && !event.isSet) lined.add(event.actor);
    return (
      event.kind === 'event.waited' &&
      event.isSet &&
      !lined.has(event.actor) &&
      set !== undefined &&
      event.seq > set.seq
    );
  });
  return found?.kind === 'event.waited' ? found : undefined;
}

/** The threads that went on because of the first set. */
export function releasedBySet(trace: Trace): readonly EventOf<'event.waited'>[] {
  const set = firstSet(trace);
  return trace
    .slice(0)
    .filter(
      (event): event is EventOf<'event.waited'> =>
        event.kind === 'event.waited' && event.isSet && event.cause === set?.seq,
    );
}

/** Somebody begins to wait after the flag was cleared, and nobody will set it again. */
function leftBehind(trace: Trace): number | undefined {
  const cleared = findEvent(trace, (event) => event.kind === 'event.cleared');
  if (!cleared) return undefined;
  return findEvent(trace, (event) => event.seq > cleared.seq && event.kind === 'event.read' && !event.isSet)?.seq;
}

import { endMoment, hasEnded, type Moment, searchMoment } from '@lockstep/lab';
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';

export const moments: readonly Moment[] = [
  { id: 'main-ends', label: { en: 'main’s code ends', zh: '主线程的代码结束' }, find: (trace) => mainEnds(trace)?.seq },
  {
    id: 'goes-on',
    label: { en: 'the program goes on', zh: '程序还在继续' },
    find: (trace) => afterMain(trace, (actor) => !daemonsOf(trace).has(actor)),
  },
  {
    id: 'daemon-works',
    label: { en: 'the daemon works on', zh: '守护线程还在干活' },
    find: (trace) => afterMain(trace, (actor) => daemonsOf(trace).has(actor)),
  },
  {
    id: 'half',
    label: { en: 'a record is half written', zh: '记录写了一半' },
    find: (trace) => halfRecord(trace)?.seq,
  },
  {
    id: 'last-ends',
    label: { en: 'the last non-daemon ends', zh: '最后一个非守护线程结束' },
    find: (trace) => lastPlainEnds(trace)?.seq,
  },
  { id: 'killed', label: { en: 'the daemon is ended', zh: '守护线程被终止' }, find: (trace) => killed(trace)?.seq },
  endMoment,
  searchMoment,
];

export function mainEnds(trace: Trace): EventOf<'thread.finished'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'thread.finished' && event.actor === 'main');
  return found?.kind === 'thread.finished' ? found : undefined;
}

export function daemonsOf(trace: Trace): ReadonlySet<string> {
  return new Set(
    trace.slice(0).flatMap((event) => (event.kind === 'thread.spawned' && event.daemon ? [event.thread] : [])),
  );
}

/** The end of the last thread for which the program had to wait, in a run that is over. */
export function lastPlainEnds(trace: Trace): EventOf<'thread.finished'> | undefined {
  if (!hasEnded(trace)) return undefined;
  const daemons = daemonsOf(trace);
  return trace
    .slice(0)
    .findLast(
      (event): event is EventOf<'thread.finished'> => event.kind === 'thread.finished' && !daemons.has(event.actor),
    );
}

/** A thread that was ended in the middle; the writer, if it was. */
export function killed(trace: Trace): EventOf<'thread.killed'> | undefined {
  const all = trace.slice(0).filter((event): event is EventOf<'thread.killed'> => event.kind === 'thread.killed');
  return all.find(({ actor }) => actor === WRITER) ?? all[0];
}

/** The row that was written last, and whose entry in the index never was. */
export function halfRecord(trace: Trace): EventOf<'value.added'> | undefined {
  if (!hasEnded(trace)) return undefined;
  const last = trace.slice(0).findLast((event): event is EventOf<'value.added'> => event.kind === 'value.added');
  return last?.name === 'rows' ? last : undefined;
}

/** What one of these threads does after main’s code has ended: its first step then. */
export function afterMain(trace: Trace, isOne: (actor: string) => boolean): number | undefined {
  const end = mainEnds(trace);
  if (!end) return undefined;
  return findEvent(
    trace,
    (event) =>
      event.seq > end.seq &&
      event.actor !== 'main' &&
      event.kind !== 'thread.killed' &&
      event.kind !== 'thread.finished' &&
      isOne(event.actor),
  )?.seq;
}

const WRITER = 't2';

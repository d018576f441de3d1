import { endMoment, type Moment, searchMoment } from '@lockstep/lab';
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';
import { THREADS } from './measures.ts';

export const moments: readonly Moment[] = [
  {
    id: 'default-size',
    label: { en: 'Python’s default size', zh: 'Python 的默认大小' },
    find: (trace) => defaultSize(trace)?.seq,
  },
  {
    id: 'first-job',
    label: { en: 'the first job is given away', zh: '交出第一个任务' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'future.submitted')?.seq,
  },
  {
    id: 'busiest',
    label: { en: 'most jobs at once', zh: '同时执行的任务最多' },
    find: (trace) => busiest(trace)?.seq,
  },
  {
    id: 'too-late',
    label: { en: 'cancel comes too late', zh: '取消太晚了' },
    find: (trace) => cancels(trace).find(({ worked }) => !worked)?.seq,
  },
  {
    id: 'cancelled',
    label: { en: 'a job is cancelled', zh: '任务被取消' },
    find: (trace) => cancels(trace).find(({ worked }) => worked)?.seq,
  },
  {
    id: 'worker-calls',
    label: { en: 'a worker calls back', zh: '工作线程调用回调' },
    find: (trace) => calledBack(trace).find(({ actor }) => actor !== 'main')?.seq,
  },
  {
    id: 'main-calls',
    label: { en: 'main calls back', zh: '主线程调用回调' },
    find: (trace) => calledBack(trace).find(({ actor }) => actor === 'main')?.seq,
  },
  {
    id: 'first-result',
    label: { en: 'the first result', zh: '第一个结果' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'future.received' && event.actor === 'main')?.seq,
  },
  { id: 'stuck', label: { en: 'all workers wait', zh: '工作线程全在等' }, find: stuck },
  {
    id: 'shut-down',
    label: { en: 'no new jobs', zh: '不再接受任务' },
    find: (trace) => findEvent(trace, (event) => event.kind === 'pool.shut-down')?.seq,
  },
  endMoment,
  searchMoment,
];

/** How many threads a default pool of the CPython here started. */
export function defaultSize(trace: Trace): EventOf<'measure.taken'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'measure.taken' && event.what === THREADS);
  return found?.kind === 'measure.taken' ? found : undefined;
}

/** How many jobs ran at the same time at most, and at which step for the first time. */
export function busiest(trace: Trace): { readonly jobs: number; readonly seq: number } | undefined {
  let running = 0;
  let most: { jobs: number; seq: number } | undefined;
  for (const { kind, seq } of trace.slice(0)) {
    if (kind === 'future.started') running++;
    if (kind === 'future.finished') running--;
    if (running > (most?.jobs ?? 0)) most = { jobs: running, seq };
  }
  return most;
}

/** Attempts to cancel a job, those that came too late among them. */
export function cancels(trace: Trace): readonly EventOf<'future.cancelled'>[] {
  return trace.slice(0).filter((event): event is EventOf<'future.cancelled'> => event.kind === 'future.cancelled');
}

export function calledBack(trace: Trace): readonly EventOf<'future.called-back'>[] {
  return trace.slice(0).filter((event): event is EventOf<'future.called-back'> => event.kind === 'future.called-back');
}

/** Where the last one begins to wait, in a run that nobody could finish. */
function stuck(trace: Trace): number | undefined {
  const events = trace.slice(0);
  const end = events.at(-1);
  if (end?.kind !== 'run.ended' || end.reason !== 'deadlock') return undefined;
  return events.findLast(({ kind }) => kind === 'thread.blocked')?.seq;
}

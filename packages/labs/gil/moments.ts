import type { Moment } from '@lockstep/lab';
import { findEvent, foldOf, lostUpdates, type Trace, type TraceEvent, valueHistory } from '@lockstep/trace';
import { SIMULATED, STATEMENT } from './works.ts';

export const moments: readonly Moment[] = [
  {
    id: 'asked',
    label: { en: 'asked to drop', zh: '请求放下锁' },
    find: first((event) => event.kind === 'gil.drop-requested'),
  },
  {
    id: 'forced',
    label: { en: 'forced switch', zh: '强制切换' },
    find: first((event) => event.kind === 'gil.dropped' && event.reason === 'request'),
  },
  {
    id: 'io',
    label: { en: 'dropped for input', zh: '为等输入而放下锁' },
    find: first((event) => event.kind === 'gil.dropped' && event.reason === 'io'),
  },
  { id: 'convoy', label: { en: 'convoy', zh: '护航' }, find: convoy },
  {
    id: 'measured',
    label: { en: 'measured', zh: '实测' },
    find: first((event) => event.kind === 'gil.measured'),
  },
  {
    id: 'cpython',
    label: { en: 'CPython', zh: 'CPython' },
    find: first((event) => event.kind === 'work.started' && event.work !== SIMULATED),
  },
  {
    id: 'between',
    label: { en: 'between load and store', zh: '读出与写回之间' },
    find: (trace) => readOfOther(trace),
  },
  {
    id: 'lost',
    label: { en: 'lost', zh: '丢失' },
    find: (trace) => lostUpdates(foldOf(valueHistory, trace).at(trace.length))[0]?.seq,
  },
  {
    id: 'plain-form',
    label: { en: 'total += 1', zh: 'total += 1' },
    find: first((event) => event.kind === 'measure.taken' && event.what === STATEMENT.plain),
  },
  {
    id: 'call-form',
    label: { en: 'total += int(1)', zh: 'total += int(1)' },
    find: first((event) => event.kind === 'measure.taken' && event.what === STATEMENT.converting),
  },
  {
    id: 'locked-form',
    label: { en: 'with a lock', zh: '加锁' },
    find: first((event) => event.kind === 'measure.taken' && event.what === STATEMENT.locking),
  },
];

function first(test: (event: TraceEvent) => boolean): (trace: Trace) => number | undefined {
  return (trace) => findEvent(trace, test)?.seq;
}

/** An input thread that was back from its sleep and then waited most of an interval for the lock. */
function convoy(trace: Trace): number | undefined {
  const intervalUs = 1000 * Number(trace.header.knobs['intervalMs']);
  return findEvent(
    trace,
    (event) => event.kind === 'gil.taken' && event.actor.startsWith('io') && (event.waitedUs ?? 0) > 0.8 * intervalUs,
  )?.seq;
}

/** The first load by a second thread while the first one still has to store what it made of its own. */
function readOfOther(trace: Trace): number | undefined {
  const open = new Set<string>();
  for (let seq = 0; seq < trace.length; seq++) {
    const actor = trace.actorAt(seq);
    if (trace.kindAt(seq) === 'value.written') open.delete(actor);
    if (trace.kindAt(seq) !== 'value.read') continue;
    if (open.size > 0 && !open.has(actor)) return seq;
    open.add(actor);
  }
  return undefined;
}

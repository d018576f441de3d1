import type { Trace } from '@lockstep/trace';
import { MAIN, started, type Told, threadsOf, toldTrace } from './told-trace.ts';

const put = (actor: string, item: string, size: number): Told => [actor, 'queue.put', { queue: 'buns', item, size }];
const got = (actor: string, item: string, size: number): Told => [actor, 'queue.got', { queue: 'buns', item, size }];
const done = (actor: string, unfinished: number): Told => [actor, 'queue.task-done', { queue: 'buns', unfinished }];
const blocked = (actor: string, timeoutMs?: number): Told => [
  actor,
  'thread.blocked',
  { on: 'buns', ...(timeoutMs === undefined ? {} : { timeoutMs }) },
];
const unblocked = (actor: string): Told => [actor, 'thread.unblocked', { on: 'buns' }];

/** Two bakers, two eaters, three places: somebody meets an empty queue, somebody a full one, and all ends with pills. */
export function bunsTrace(): Trace {
  const producers = threadsOf(2, 'baker');
  const consumers = threadsOf(2, 'eater', 3);
  const all = [MAIN, ...producers, ...consumers];
  return toldTrace(
    all,
    [
      ...started(all),
      blocked('t3'),
      put('t1', '1', 1),
      unblocked('t3'),
      got('t3', '1', 0),
      ['t3', 'thread.slept', { ms: 40 }],
      put('t2', '11', 1),
      put('t1', '2', 2),
      put('t1', '3', 3),
      blocked('t2', 200),
      blocked('t1'),
      ['main', 'thread.blocked', { on: 'buns' }],
      ['t2', 'operation.failed', { operation: 'put buns', error: 'queue.Full' }],
      done('t3', 3),
      got('t4', '11', 2),
      unblocked('t1'),
      put('t1', '4', 3),
      ['t1', 'thread.finished'],
      got('t3', '2', 2),
      done('t4', 3),
      put('t2', 'None', 3),
      got('t4', '3', 2),
      done('t3', 3),
      done('t4', 2),
      got('t3', '4', 1),
      done('t3', 1),
      got('t4', 'None', 0),
      done('t4', 0),
      ['main', 'thread.unblocked', { on: 'buns' }],
      ['main', 'queue.joined', { queue: 'buns' }],
      ['t4', 'thread.finished'],
      ['t2', 'thread.finished'],
      blocked('t3'),
      ['main', 'thread.finished'],
      ['t3', 'thread.killed'],
    ],
    { maxsize: 3 },
  );
}

/** The step at which both bakers stand before the full queue and main waits in join(). */
export const BUNS_FULL = 16;

/** One producer, many consumers, and a queue in the given order: all is put first, then taken. */
export function crowdTrace(consumers: number, items: readonly string[], out: readonly string[], maxsize = 10): Trace {
  const eaters = threadsOf(consumers, 'consumer', 2);
  const all = [...threadsOf(1, 'producer'), ...eaters];
  const told: Told[] = [...started(all)];
  for (const { id } of eaters.slice(items.length)) told.push(blocked(id));
  items.forEach((item, index) => told.push(put('t1', item, index + 1)));
  out.forEach((item, index) => told.push(got(`t${2 + (index % consumers)}`, item, items.length - index - 1)));
  return toldTrace(all, told, { maxsize });
}

import type { Trace } from '@lockstep/trace';
import { MAIN, started, type Told, threadsOf, toldTrace } from './told-trace.ts';

const submit = (job: number): Told => ['main', 'future.submitted', { future: `job ${job}`, pool: 'pool' }];
const start = (worker: number, job: number): Told => [`t${worker}`, 'future.started', { future: `job ${job}` }];
const finish = (worker: number, job: number, result: string): Told => [
  `t${worker}`,
  'future.finished',
  { future: `job ${job}`, result },
];

/** Six jobs for two workers: they end in another order than they began, one fails, one is cancelled, one cannot be. */
export function poolTrace(): Trace {
  const all = [MAIN, ...threadsOf(2, 'worker')];
  return toldTrace(all, [
    ...started(all),
    ...[1, 2, 3, 4, 5, 6].map(submit),
    start(1, 1),
    start(2, 2),
    ['main', 'future.asked', { future: 'job 1', asked: 'done', answer: false }],
    ['main', 'future.cancelled', { future: 'job 2', worked: false }],
    ['main', 'future.cancelled', { future: 'job 5', worked: true }],
    finish(2, 2, '4'),
    ['t2', 'future.called-back', { future: 'job 2', callback: 'report' }],
    start(2, 3),
    ['main', 'thread.blocked', { on: 'job 1' }],
    finish(2, 3, 'ValueError: three is no good'),
    start(2, 4),
    finish(1, 1, '1'),
    ['main', 'thread.unblocked', { on: 'job 1' }],
    ['main', 'future.received', { future: 'job 1', result: '1' }],
    start(1, 6),
    ['main', 'pool.shut-down', { pool: 'pool' }],
    ['main', 'thread.blocked', { on: 'pool' }],
    finish(2, 4, '16'),
    ['t2', 'thread.blocked', { on: 'pool' }],
    finish(1, 6, '36'),
    ['main', 'thread.unblocked', { on: 'pool' }],
    ['main', 'pool.waited', { pool: 'pool', done: 'job 4,job 6', pending: 0 }],
    ['t1', 'thread.finished'],
    ['t2', 'thread.finished'],
    ['main', 'thread.finished'],
  ]);
}

/** Many jobs for many workers; the workers finish in turn, every third job a little later than its neighbours. */
export function bigPoolTrace(jobs: number, workers: number): Trace {
  const all = [MAIN, ...threadsOf(workers, 'worker')];
  const told: Told[] = [...started(all)];
  for (let job = 1; job <= jobs; job++) told.push(submit(job));
  const at = new Map<number, number>();
  let next = 1;
  for (let worker = 1; worker <= workers && next <= jobs; worker++, next++) {
    told.push(start(worker, next));
    at.set(worker, next);
  }
  for (let turn = 0; at.size > 0; turn++) {
    const busy = [...at.keys()].sort((one, other) => one - other);
    const worker = busy[(turn * 3) % busy.length] as number;
    const job = at.get(worker) as number;
    told.push(finish(worker, job, String(job * job)));
    at.delete(worker);
    if (next <= jobs) {
      told.push(start(worker, next));
      at.set(worker, next++);
    }
  }
  return toldTrace(all, told);
}

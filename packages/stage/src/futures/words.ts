import type { JobState } from '@lockstep/trace';
import type { Language } from '../text.ts';

interface FutureWords {
  readonly figure: (cursor: number, counts: string) => string;
  readonly nothing: string;
  readonly pool: string;
  readonly shutDown: string;
  readonly open: string;
  readonly pending: string;
  readonly workers: string;
  readonly done: string;
  readonly order: string;
  readonly empty: string;
  readonly idle: string;
  readonly states: Readonly<Record<JobState, string>>;
  readonly resultOf: (job: string) => string;
  readonly waitFor: (pool: string) => string;
  readonly submittedAs: (number: number) => string;
  readonly completedAs: (number: number) => string;
  readonly in: (worker: string) => string;
  readonly calledBack: (callback: string, thread: string) => string;
  readonly promised: (callback: string) => string;
  readonly notCancelled: string;
  readonly deed: Readonly<
    Record<
      'submits' | 'received' | 'cancels' | 'cannotCancel' | 'starts' | 'ends' | 'adds' | 'calls',
      (what: string) => string
    >
  >;
  readonly asks: (job: string, asked: string, answer: boolean) => string;
  readonly waited: (done: string, pending: number) => string;
  readonly shuts: string;
}

const english: FutureWords = {
  figure: (cursor, counts) => `Thread pool at step ${cursor}: ${counts}`,
  nothing: 'No job has been submitted yet.',
  pool: 'thread pool',
  shutDown: 'shut down: no new jobs',
  open: 'takes jobs',
  pending: 'pending',
  workers: 'workers',
  done: 'done',
  order: 'in the order of completion',
  empty: 'none',
  idle: 'no job',
  states: {
    pending: 'pending',
    running: 'running',
    finished: 'finished',
    failed: 'failed',
    cancelled: 'cancelled',
  },
  resultOf: (job) => `${job}.result()`,
  waitFor: (pool) => `for ${pool}`,
  submittedAs: (number) => `submitted as number ${number}`,
  completedAs: (number) => `completed as number ${number}`,
  in: (worker) => `by ${worker}`,
  calledBack: (callback, thread) => `${callback}() was called in ${thread}`,
  promised: (callback) => `then ${callback}()`,
  notCancelled: 'cancel() came too late',
  deed: {
    submits: (job) => `submits ${job}`,
    received: (job) => `has the result of ${job}`,
    cancels: (job) => `cancels ${job}`,
    cannotCancel: (job) => `cannot cancel ${job}`,
    starts: (job) => `begins ${job}`,
    ends: (job) => `ends ${job}`,
    adds: (callback) => `add_done_callback(${callback})`,
    calls: (callback) => `calls ${callback}()`,
  },
  asks: (job, asked, answer) => `${job}.${asked}(): ${answer ? 'True' : 'False'}`,
  waited: (done, pending) => `${done === '' ? 'none' : done} done, ${pending} pending`,
  shuts: 'shutdown()',
};

const chinese: FutureWords = {
  figure: (cursor, counts) => `第 ${cursor} 步的线程池：${counts}`,
  nothing: '尚未提交任何任务。',
  pool: '线程池',
  shutDown: '已关闭：不再接受新任务',
  open: '接受任务',
  pending: '等待执行',
  workers: '工作线程',
  done: '已结束',
  order: '按完成次序',
  empty: '无',
  idle: '没有任务',
  states: {
    pending: '等待执行',
    running: '正在执行',
    finished: '已完成',
    failed: '出错',
    cancelled: '已取消',
  },
  resultOf: (job) => `${job}.result()`,
  waitFor: (pool) => `等 ${pool}`,
  submittedAs: (number) => `第 ${number} 个提交`,
  completedAs: (number) => `第 ${number} 个完成`,
  in: (worker) => `由${worker}执行`,
  calledBack: (callback, thread) => `${callback}() 在${thread}中被调用`,
  promised: (callback) => `完成后调用 ${callback}()`,
  notCancelled: 'cancel() 来得太晚',
  deed: {
    submits: (job) => `提交 ${job}`,
    received: (job) => `得到 ${job} 的结果`,
    cancels: (job) => `取消 ${job}`,
    cannotCancel: (job) => `无法取消 ${job}`,
    starts: (job) => `开始 ${job}`,
    ends: (job) => `完成 ${job}`,
    adds: (callback) => `add_done_callback(${callback})`,
    calls: (callback) => `调用 ${callback}()`,
  },
  asks: (job, asked, answer) => `${job}.${asked}()：${answer ? 'True' : 'False'}`,
  waited: (done, pending) => `${done === '' ? '无' : done} 已完成，${pending} 个未完成`,
  shuts: 'shutdown()',
};

export const futureWords: Readonly<Record<Language, FutureWords>> = { en: english, zh: chinese };

// Thread pools and their jobs (Python's concurrent.futures), told from what was done with the futures.
// https://docs.python.org/3/library/concurrent.futures.html
import type { TraceEvent } from './event.ts';
import type { Model } from './model.ts';
import { withEntry } from './ordered-map.ts';

export type JobState = 'pending' | 'running' | 'finished' | 'failed' | 'cancelled';

/** One job: a call that was handed to a pool, and its future. */
export interface Job {
  readonly name: string;
  readonly pool: string;
  readonly state: JobState;
  /** Place in the order of submission, from 1. */
  readonly number: number;
  readonly submittedBy: string;
  readonly submittedAt: number;
  /** The thread that runs it, and the `seq` at which it began. */
  readonly worker?: string;
  readonly startedAt?: number;
  /** `seq` of its end: finished, failed or cancelled. */
  readonly endedAt?: number;
  /** Place in the order of completion, from 1; a cancelled job has none. */
  readonly completion?: number;
  /** Its result, or its error. */
  readonly result?: string;
  /** Attempts to cancel it that came too late. */
  readonly uncancellable: readonly number[];
  /** Done-callbacks that are still to be called. */
  readonly promised: readonly string[];
  readonly callbacks: readonly Callback[];
}

/** A done-callback that was called, and in which thread. */
export interface Callback {
  readonly name: string;
  readonly actor: string;
  readonly seq: number;
}

/** All pools and jobs at a cursor. */
export interface ThreadPools {
  /** By name, in the order of submission. */
  readonly jobs: ReadonlyMap<string, Job>;
  /** How many have ended by finishing or failing. */
  readonly completed: number;
  /** Pools that were shut down, with the `seq` of it. */
  readonly shutDown: ReadonlyMap<string, number>;
}

/** Folds the events of futures and pools. */
export const threadPools: Model<ThreadPools> = {
  kinds: new Set([
    'future.submitted',
    'future.started',
    'future.finished',
    'future.cancelled',
    'future.callback-added',
    'future.called-back',
    'pool.shut-down',
  ]),
  initial: () => ({ jobs: new Map(), completed: 0, shutDown: new Map() }),
  apply(state, event) {
    switch (event.kind) {
      case 'future.submitted':
        return withJob(state, {
          name: event.future,
          pool: event.pool,
          state: 'pending',
          number: state.jobs.size + 1,
          submittedBy: event.actor,
          submittedAt: event.seq,
          uncancellable: [],
          promised: [],
          callbacks: [],
        });
      case 'future.started':
      case 'future.finished':
      case 'future.cancelled':
      case 'future.callback-added':
      case 'future.called-back': {
        const job = state.jobs.get(event.future);
        return job ? moved(state, job, event) : state;
      }
      case 'pool.shut-down':
        return { ...state, shutDown: withEntry(state.shutDown, event.pool, event.seq) };
      default:
        return state;
    }
  },
};

/** Does a future's result, as it is told, stand for a raised error (`ValueError: …`)? */
export function isErrorResult(result: string): boolean {
  return /^[\w.]*(?:Error|Exception|Interrupt)(?:$|[:(])/.test(result);
}

type JobEvent = Extract<
  TraceEvent,
  { kind: 'future.started' | 'future.finished' | 'future.cancelled' | 'future.callback-added' | 'future.called-back' }
>;

function moved(state: ThreadPools, job: Job, event: JobEvent): ThreadPools {
  const { actor, seq } = event;
  switch (event.kind) {
    case 'future.started':
      return withJob(state, { ...job, state: 'running', worker: actor, startedAt: seq });
    case 'future.finished': {
      const completion = state.completed + 1;
      const end = isErrorResult(event.result) ? 'failed' : 'finished';
      return withJob(
        { ...state, completed: completion },
        { ...job, state: end, endedAt: seq, completion, result: event.result },
      );
    }
    case 'future.cancelled':
      if (!event.worked) return withJob(state, { ...job, uncancellable: [...job.uncancellable, seq] });
      return withJob(state, { ...job, state: 'cancelled', endedAt: seq });
    case 'future.callback-added':
      return withJob(state, { ...job, promised: [...job.promised, event.callback] });
    case 'future.called-back': {
      const called = job.promised.indexOf(event.callback);
      const promised = job.promised.filter((_, index) => index !== called);
      return withJob(state, { ...job, promised, callbacks: [...job.callbacks, { name: event.callback, actor, seq }] });
    }
  }
}

function withJob(state: ThreadPools, job: Job): ThreadPools {
  return { ...state, jobs: withEntry(state.jobs, job.name, job) };
}

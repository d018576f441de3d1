import { describe, expect, test } from 'vitest';
import { type Fact, isErrorResult, stateAt, threadPools } from './index.ts';
import { traceOf } from './testing/arbitrary-trace.ts';

const by = (actor: string) => ({ at: 0, actor, source: 'program' }) as const;
const submitted = (future: string): Fact => ({ ...by('main'), kind: 'future.submitted', future, pool: 'pool' });
const started = (actor: string, future: string): Fact => ({ ...by(actor), kind: 'future.started', future });
const finished = (actor: string, future: string, result = '1'): Fact => ({
  ...by(actor),
  kind: 'future.finished',
  future,
  result,
});
const cancelled = (future: string, worked: boolean): Fact => ({
  ...by('main'),
  kind: 'future.cancelled',
  future,
  worked,
});

function poolsAfter(...facts: Fact[]) {
  const trace = traceOf(facts);
  return stateAt(threadPools, trace, trace.length);
}

describe('thread pools', () => {
  test('number jobs as they were submitted and again as they were completed', () => {
    const { jobs } = poolsAfter(
      submitted('a'),
      submitted('b'),
      started('t1', 'a'),
      started('t2', 'b'),
      finished('t2', 'b'),
      finished('t1', 'a'),
    );
    expect([...jobs.values()].map((job) => [job.name, job.number, job.completion, job.worker])).toEqual([
      ['a', 1, 2, 't1'],
      ['b', 2, 1, 't2'],
    ]);
  });

  test('give a cancelled job no place in the order of completion, and keep a cancel that came too late', () => {
    const { jobs, completed } = poolsAfter(
      submitted('a'),
      submitted('b'),
      started('t1', 'a'),
      cancelled('a', false),
      cancelled('b', true),
    );
    expect(jobs.get('a')).toMatchObject({ state: 'running', uncancellable: [3] });
    expect(jobs.get('b')).toMatchObject({ state: 'cancelled', endedAt: 4 });
    expect(completed).toBe(0);
  });

  test('tell a raised error from a result', () => {
    expect(['ValueError: no', 'TimeoutError', 'queue.Full', '3', "'Error of mine'"].map(isErrorResult)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(poolsAfter(submitted('a'), finished('t1', 'a', 'ValueError: no')).jobs.get('a')?.state).toBe('failed');
  });

  test('know in which thread a callback ran, and that the pool is shut down', () => {
    const state = poolsAfter(
      submitted('a'),
      { ...by('main'), kind: 'future.callback-added', future: 'a', callback: 'report' },
      { ...by('main'), kind: 'future.callback-added', future: 'a', callback: 'log' },
      { ...by('t2'), kind: 'future.called-back', future: 'a', callback: 'report' },
      { ...by('main'), kind: 'pool.shut-down', pool: 'pool' },
    );
    expect(state.jobs.get('a')?.callbacks).toEqual([{ name: 'report', actor: 't2', seq: 3 }]);
    expect(state.jobs.get('a')?.promised).toEqual(['log']);
    expect(state.shutDown.get('pool')).toBe(4);
  });
});

import { describe, expect, test } from 'vitest';
import { type Fact, stateAt, threadStandings, waitersOf } from './index.ts';
import { traceOf } from './testing/arbitrary-trace.ts';

const by = (actor: string) => ({ at: 0, actor, source: 'program' }) as const;
const blocked = (actor: string, on: string): Fact => ({ ...by(actor), kind: 'thread.blocked', on });
const unblocked = (actor: string, on: string): Fact => ({ ...by(actor), kind: 'thread.unblocked', on });

function standingsAfter(...facts: Fact[]) {
  const trace = traceOf(facts);
  return stateAt(threadStandings, trace, trace.length);
}

describe('thread standings', () => {
  test('begin with threads that have not started', () => {
    expect(standingsAfter().get('t1')).toMatchObject({ state: 'not-started', since: -1 });
  });

  test('say for what a thread waits and for how long at most', () => {
    const standings = standingsAfter({ ...by('t1'), kind: 'thread.blocked', on: 'lock', timeoutMs: 200 });
    expect(standings.get('t1')).toMatchObject({ state: 'waiting', on: 'lock', timeoutMs: 200 });
  });

  test('keep the place in line of a thread that was called in vain', () => {
    const waiters = waitersOf(
      standingsAfter(blocked('t2', 'lock'), blocked('t1', 'lock'), unblocked('t2', 'lock'), blocked('t2', 'lock')),
      'lock',
    );
    expect(waiters.map(({ actor, since }) => [actor, since])).toEqual([
      ['t2', 0],
      ['t1', 1],
    ]);
  });

  test('keep the error that ended a thread and forget one that it survived', () => {
    const failed: Fact = { ...by('t1'), kind: 'operation.failed', operation: 'release lock', error: 'RuntimeError' };
    const finished: Fact = { ...by('t1'), kind: 'thread.finished' };
    const printed: Fact = { ...by('t1'), kind: 'text.printed', text: '' };
    expect(standingsAfter(failed, finished).get('t1')).toMatchObject({ state: 'finished', failure: { seq: 0 } });
    expect(standingsAfter(failed, printed, finished).get('t1')?.failure).toBeUndefined();
  });

  test('know daemons, and those killed in the middle', () => {
    const standings = standingsAfter(
      { ...by('t1'), kind: 'thread.spawned', thread: 't2', daemon: true },
      { ...by('t2'), kind: 'thread.killed' },
    );
    expect(standings.get('t2')).toMatchObject({ state: 'killed', isDaemon: true });
    expect(standings.get('t1')).toMatchObject({ state: 'ready', isDaemon: false });
  });

  test('take the end of the run for nothing that a thread did', () => {
    const ended: Fact = { ...by('t1'), kind: 'run.ended', reason: 'deadlock' };
    expect(standingsAfter(blocked('t1', 'lock'), ended).get('t1')?.state).toBe('waiting');
  });
});

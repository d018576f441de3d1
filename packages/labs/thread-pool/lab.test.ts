import type { Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { busiest, calledBack, cancels, defaultSize } from './moments.ts';

/** Both workers have begun when main cancels; the second job is done when it gets its callback. */
const LIFE = Array.from('00000112200002220000001111201110121200', Number);
/** Everybody in turn, as often as it takes. */
const IN_TURN = Array.from({ length: 150 }, (_, i) => i % 3);

const outcome = (trace: Trace) => kinds(trace, 'outcome.observed');
const verdict = (trace: Trace, id: string) => lab.claims.find((claim) => claim.id === id)?.verdict(trace)?.judgement;
const received = (trace: Trace) =>
  kinds(trace, 'future.received').flatMap((event) =>
    event.kind === 'future.received' && event.actor === 'main' ? [event.result] : [],
  );

describe('on real threads', () => {
  test('a running job cannot be cancelled, a waiting one can, and two threads call back; 100 times of 100', {
    timeout: 120_000,
  }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('thread-pool', { mode: 'stepped', knobs: { story: 'life' }, schedule: LIFE });
      expect(cancels(trace)).toMatchObject([
        { future: 'job 1', worked: false },
        { future: 'job 3', worked: true },
      ]);
      expect(calledBack(trace)).toMatchObject([
        { future: 'job 2', actor: 'main' },
        { future: 'job 1', actor: 't1' },
      ]);
      expect(kinds(trace, 'operation.failed')).toMatchObject([{ error: 'CancelledError' }]);
      expect(kinds(trace, 'future.finished').map(({ actor }) => actor)).toEqual(['t2', 't1']);
      expect(verdict(trace, 'cancel-stops-a-job')).toBe('wrong');
    }
  });

  test('two jobs that wait for jobs of their own pool hang it, 100 times of 100', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('thread-pool', { mode: 'stepped', knobs: { story: 'nested' }, schedule: IN_TURN });
      expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'deadlock' }]);
      expect(kinds(trace, 'future.submitted')).toHaveLength(4);
      expect(kinds(trace, 'future.started')).toHaveLength(2);
    }
  });

  test.each([{ images: 'itself' }, { workers: 3 }])('%o keeps it from hanging', async (fix) => {
    const schedule = Array.from({ length: 200 }, (_, i) => i % 4);
    const trace = await runLab('thread-pool', { mode: 'stepped', knobs: { story: 'nested', ...fix }, schedule });
    expect(outcome(trace)).toMatchObject([{ value: 'all jobs done', expected: true }]);
  });

  test.each([
    ['completed', ['2', '3', '4']],
    ['map', ['3', '2', '4']],
  ] as const)('the results come in the order of %s', async (story, results) => {
    const schedule = [0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2, ...IN_TURN];
    const trace = await runLab('thread-pool', { mode: 'stepped', knobs: { story }, schedule });
    expect(received(trace)).toEqual(results);
    expect(outcome(trace)).toMatchObject([{ value: results.join(', '), expected: true }]);
  });

  test('who waits for the first one goes on when one is done, and cancels what has not begun', async () => {
    const knobs = { story: 'first' };
    const trace = await runLab('thread-pool', { mode: 'stepped', knobs, schedule: [0, 0, 0, 0, 0, ...IN_TURN] });
    expect(kinds(trace, 'pool.waited')).toMatchObject([{ done: 'job 2', pending: 2 }]);
    expect(cancels(trace)).toHaveLength(2);
    expect(outcome(trace)).toMatchObject([{ value: '2', expected: true }]);
  });
});

describe('at full speed', () => {
  test('the pool’s size is how many jobs run at once', async () => {
    const trace = await runLab('thread-pool', { mode: 'free' });
    expect(kinds(trace, 'future.finished')).toHaveLength(50);
    expect(kinds(trace, 'thread.spawned')).toHaveLength(10);
    expect(busiest(trace)).toMatchObject({ jobs: 10 });
    expect(verdict(trace, 'submit-is-parallel')).toBe('half-right');
    expect(verdict(trace, 'five-times-cores') === undefined).toBe(defaultSize(trace) === undefined);
  });

  test('a result in the submitting loop makes it serial', async () => {
    const trace = await runLab('thread-pool', { mode: 'free', knobs: { asks: 'in-loop', manyJobs: 8, secondMs: 2 } });
    expect(busiest(trace)).toMatchObject({ jobs: 1 });
    expect(verdict(trace, 'submit-is-parallel')).toBe('wrong');
  });
});

describe('the search', () => {
  test('finds how jobs that wait for jobs hang, and real threads prove it', async () => {
    const search = await runLab('thread-pool', { mode: 'search', knobs: { story: 'nested' } });
    const found = kinds(search, 'search.finished')[0];
    expect(found).toMatchObject({ verdict: 'bug' });
    if (found?.kind !== 'search.finished') return;
    const schedule = Array.from(found.schedule ?? '', Number);
    const real = await runLab('thread-pool', { mode: 'stepped', knobs: { story: 'nested' }, schedule });
    expect(kinds(real, 'run.ended')).toMatchObject([{ reason: 'deadlock' }]);
  });

  test.each([{ story: 'nested', images: 'itself' }, { story: 'map' }, { story: 'life' }])(
    'proves that %o always comes to its end',
    async (knobs) => {
      const trace = await runLab('thread-pool', { mode: 'search', knobs });
      expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
    },
  );
});

import type { TraceEvent } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { tellVirtually } from '../fixtures/tell-virtually.ts';
import {
  compute,
  type Future,
  type Program,
  PythonError,
  print,
  type ThreadPool,
  type ThreadPoolOptions,
  threadPool,
  threadProgram,
  VirtualMachine,
  waitForCycle,
} from '../index.ts';

const jobs = {
  *same(n: number): Program<number> {
    return yield* compute('n', n);
  },
  *fail(n: number): Program {
    yield* compute('n', n);
    throw new PythonError('ValueError', `${'ü'.repeat(n)}!`);
  },
  *nothing(): Program {},
};
type Job = keyof typeof jobs;

/** A pool, and a main that does with it what it is told to. */
function using(body: (pool: ThreadPool<Job>) => Program<unknown>, options: Partial<ThreadPoolOptions<Job>> = {}) {
  return threadProgram({
    shared: () => ({ pool: threadPool('pool', { workers: 2, jobs, ...options }) }),
    threads: ({ pool }) => [
      {
        actor: 'main',
        *body() {
          yield* body(pool);
          yield* pool.shutdown();
        },
      },
      ...pool.workers,
    ],
    outcome: ({ pool }) => ({ value: String(pool), expected: pool === 0 }),
  });
}

function kindsOf(events: readonly TraceEvent[], ...kinds: readonly TraceEvent['kind'][]) {
  return events.filter(({ kind }) => kinds.includes(kind));
}

describe('a thread pool', () => {
  it('starts a worker for a job only when none is idle, and never too many', async () => {
    const body = function* (pool: ThreadPool<Job>): Program {
      const first = yield* pool.submit('same', 1);
      yield* first.result();
      for (const n of [2, 3, 4]) yield* pool.submit('same', n);
    };
    const spawns = async (schedule: string) =>
      kindsOf(await tellVirtually(using(body), schedule), 'future.submitted', 'thread.spawned').map((event) =>
        event.kind === 'thread.spawned' ? event.thread : '.',
      );
    // The worker has finished its job, but has not yet found out that there is no other.
    expect(await spawns('001111000')).toEqual(['.', 't1', '.', 't2', '.', '.']);
    // Now it has: the next job is for it, only the one after needs another worker.
    expect(await spawns('0011111000')).toEqual(['.', 't1', '.', '.', 't2', '.']);
  });

  it('ties each step of a job to the one before', async () => {
    const events = await tellVirtually(
      using(
        function* (pool) {
          const future = yield* pool.submit('same', -262_144);
          yield* future.addDoneCallback('note');
          yield* pool.wait([future], 'FIRST_COMPLETED');
          yield* pool.asCompleted([future], (each) => each.result()[Symbol.iterator]());
        },
        { callbacks: { *note() {} } },
      ),
    );
    const [submitted, started, finished, calledBack, received] = (
      ['future.submitted', 'future.started', 'future.finished', 'future.called-back', 'future.received'] as const
    ).map((kind) => kindsOf(events, kind)[0]);
    expect(started).toMatchObject({ actor: 't1', future: 'f1', cause: submitted?.seq });
    expect(finished).toMatchObject({ actor: 't1', future: 'f1', result: '-262144' });
    expect(calledBack).toMatchObject({ actor: 't1', callback: 'note', cause: finished?.seq });
    expect(received).toMatchObject({ actor: 'main', result: '-262144', cause: finished?.seq });
    expect(kindsOf(events, 'pool.waited')[1]).toMatchObject({ done: 'f1', pending: 0, cause: finished?.seq });
    const [shut] = kindsOf(events, 'pool.shut-down');
    expect(kindsOf(events, 'pool.worker-left')).toEqual([expect.objectContaining({ actor: 't1', cause: shut?.seq })]);
  });

  it('gives the futures in the order in which they are completed', async () => {
    const body = function* (pool: ThreadPool<Job>): Program {
      const futures: Future[] = [];
      for (let n = 0; n < 3; n++) futures.push(yield* pool.submit('same', n));
      yield* pool.asCompleted(futures, (future) => future.done()[Symbol.iterator]());
    };
    // Each of the three workers has begun; then the last one finishes first.
    const events = await tellVirtually(using(body, { workers: 3 }), '000000112233123321');
    const waited = kindsOf(events, 'pool.waited').map((event) => event.kind === 'pool.waited' && event.done);
    expect(waited).toEqual(['f3', 'f2', 'f1']);
  });

  it('waits for the first that is completed, the first error, or all', async () => {
    const waitFor = (returnWhen: 'FIRST_COMPLETED' | 'FIRST_EXCEPTION' | 'ALL_COMPLETED') =>
      using(
        function* (pool) {
          const futures: Future[] = [];
          for (const job of ['same', 'fail', 'nothing'] as const) futures.push(yield* pool.submit(job, 1));
          const { done, notDone } = yield* pool.wait(futures, returnWhen);
          yield* print([done, notDone].map((some) => some.map(({ name }) => name).join(',')).join(' | '));
        },
        { workers: 1 },
      );
    const printed = async (program: ReturnType<typeof waitFor>) => {
      const machine = new VirtualMachine(program.instantiate({}));
      for (;;) {
        const main = machine.pending(0);
        const step = machine.step(main !== undefined && machine.model.enabled(0, main) ? 0 : 1);
        if (step.verb.name === 'print' && step.thread === 0) return step.name;
      }
    };
    expect(await printed(waitFor('FIRST_COMPLETED'))).toBe('f1 | f2,f3');
    expect(await printed(waitFor('FIRST_EXCEPTION'))).toBe('f1,f2 | f3');
    expect(await printed(waitFor('ALL_COMPLETED'))).toBe('f1,f2,f3 | ');
  });

  it('cancels what has not begun when a result of map is an error', async () => {
    const program = using((pool) => pool.map('fail', [1, 1, 1]), { workers: 1 });
    const events = await tellVirtually(program, '00001111000');
    expect(kindsOf(events, 'future.cancelled')).toEqual([
      expect.objectContaining({ actor: 'main', future: 'f2', worked: true }),
      expect.objectContaining({ actor: 'main', future: 'f3', worked: true }),
    ]);
  });

  it('joins its workers when it is shut down, also one that is only about to be started', async () => {
    const program = (wait: boolean) =>
      threadProgram({
        shared: () => ({ pool: threadPool('pool', { workers: 1, jobs, firstActor: 2 }) }),
        threads: ({ pool }) => [
          { actor: 'main', body: () => pool.shutdown({ wait }) },
          { actor: 't1', body: () => pool.submit('nothing') as Program<never> },
          ...pool.workers,
        ],
        outcome: ({ pool }) => ({ value: String(pool), expected: pool === 0 }),
      });
    const ends = async (wait: boolean) =>
      kindsOf(await tellVirtually(program(wait), '100'), 'thread.joined', 'operation.failed', 'pool.worker-left').map(
        ({ actor, kind }) => `${actor} ${kind}`,
      );
    expect(await ends(true)).toEqual(['t2 pool.worker-left', 'main thread.joined']);
    expect(await ends(false)).toEqual(['t2 pool.worker-left']);
  });

  it('that nobody shuts down ends with the program, but not before its jobs are done', async () => {
    const program = threadProgram({
      shared: () => ({ pool: threadPool('pool', { workers: 1, jobs }) }),
      threads: ({ pool }) => [
        {
          actor: 'main',
          *body() {
            const first = yield* pool.submit('nothing');
            yield* first.result();
            yield* pool.submit('same', 2);
          },
        },
        ...pool.workers,
      ],
      outcome: ({ pool }) => ({ value: String(pool), expected: pool === 0 }),
    });
    // The worker rests before it gets the second job, and main ends before it has begun with it.
    const events = await tellVirtually(program, '001111000');
    const ends = kindsOf(events, 'pool.worker-rested', 'future.finished', 'thread.killed').map(({ kind }) => kind);
    expect(ends.slice(-3)).toEqual(['future.finished', 'pool.worker-rested', 'thread.killed']);
    expect(ends).toHaveLength(5);
  });

  it('tells those who wait for several futures of a cancelled one when a worker comes upon it', async () => {
    const body = function* (pool: ThreadPool<Job>): Program {
      const future = yield* pool.submit('same', 1);
      yield* future.cancel();
      yield* pool.wait([future]);
    };
    const events = await tellVirtually(using(body));
    const story = kindsOf(events, 'future.cancelled', 'future.skipped', 'pool.waited');
    expect(story.map(({ actor, kind }) => `${actor} ${kind}`)).toEqual([
      'main future.cancelled',
      't1 future.skipped',
      'main pool.waited',
    ]);
    expect(story[1]?.cause).toBe(story[0]?.seq);
  });

  it('calls the callbacks of a job that is cancelled in the thread that cancels it', async () => {
    const program = using(
      function* (pool) {
        yield* pool.submit('nothing');
        for (const name of ['one', 'two', 'one']) yield* pool.future(0).addDoneCallback(name);
        yield* pool.shutdown({ wait: false, cancelFutures: true });
      },
      { callbacks: { *one() {}, *two() {} } },
    );
    const called = kindsOf(await tellVirtually(program), 'future.called-back');
    expect(called.map((event) => event.kind === 'future.called-back' && `${event.actor} ${event.callback}`)).toEqual([
      'main one',
      'main two',
      'main one',
    ]);
  });

  it('carries an error from thread to thread, cut after 60 bytes, and None for a job that returns nothing', async () => {
    const program = using(function* (pool) {
      for (const argument of [3, 40]) {
        const failed = yield* pool.submit('fail', argument);
        yield* failed.exception();
      }
      const nothing = yield* pool.submit('nothing');
      yield* nothing.result();
    });
    const received = kindsOf(await tellVirtually(program), 'future.received');
    expect(received.map((event) => event.kind === 'future.received' && event.result)).toEqual([
      'ValueError: üüü!',
      `ValueError: ${'ü'.repeat(30)}`,
      'None',
    ]);
  });

  it('names the futures that are waited for', async () => {
    const program = using(
      function* (pool) {
        const futures: Future[] = [];
        for (let n = 0; n < 6; n++) futures.push(yield* pool.submit('same', n));
        const [one, two, three, , five] = futures as [Future, Future, Future, Future, Future];
        for (const some of [[five, two, one, three, one], [two, five], [], [three]]) yield* pool.wait(some);
      },
      { workers: 1, futureName: (index) => `page ${index}` },
    );
    const machine = new VirtualMachine(program.instantiate({}));
    const asked: string[] = [];
    while (!machine.isOver()) {
      const request = machine.pending(0);
      const canMain = request !== undefined && machine.model.enabled(0, request);
      if (canMain && request.verb.name === 'pool.wait') asked.push(request.verb.describe(request));
      machine.step(canMain ? 0 : 1);
    }
    expect(asked).toEqual([
      'wait page 0…page 2, page 4 ALL_COMPLETED',
      'wait page 1, page 4 ALL_COMPLETED',
      'wait  ALL_COMPLETED',
      'wait page 2 ALL_COMPLETED',
    ]);
  });

  it('makes a cycle where jobs wait for each other, and none where a job waits for one that nobody can run', () => {
    const waiting = (workers: number) =>
      threadProgram({
        shared: () => {
          const pool: ThreadPool = threadPool('pool', {
            workers,
            jobs: { ask: (index: number) => pool.future(index).result()[Symbol.iterator]() },
          });
          return { pool };
        },
        threads: ({ pool }) => [
          {
            actor: 'main',
            *body() {
              yield* pool.submit('ask', 1);
              yield* pool.submit('ask', 0);
            },
          },
          ...pool.workers,
        ],
        outcome: ({ pool }) => ({ value: String(pool), expected: pool === 0 }),
      });
    const cycleOf = (workers: number) => {
      const machine = new VirtualMachine(waiting(workers).instantiate({}));
      while (machine.enabledThreads() !== 0) machine.step(31 - Math.clz32(machine.enabledThreads()));
      expect(machine.isOver()).toBe(false);
      return waitForCycle(
        Array.from({ length: machine.threadCount }, (_, thread) => {
          const request = machine.pending(thread);
          return request && machine.model.waitsFor(thread, request);
        }),
      );
    };
    expect(cycleOf(2)).toEqual([1, 2]);
    expect(cycleOf(1)).toBeUndefined();
  });

  it.each<[string, (pool: ThreadPool<Job>) => Program<unknown>]>([
    [
      'pool has room for 16 jobs: give it more capacity',
      function* (pool) {
        for (let n = 0; n <= 16; n++) yield* pool.submit('same', n);
      },
    ],
    ['the argument of a job is a whole number of 19 bits, not 262144', (pool) => pool.submit('same', 262_144)],
    ['the argument of a job is a whole number of 19 bits, not 0.5', (pool) => pool.submit('same', 0.5)],
    ['pool has no callback nobody', (pool) => pool.future(0).addDoneCallback('nobody')],
    [
      'a future has room for 4 callbacks',
      function* (pool) {
        const future = yield* pool.submit('same', 1);
        for (let n = 0; n <= 4; n++) yield* future.addDoneCallback('note');
      },
    ],
    [
      'wait() tells apart at most 32 futures',
      (pool) =>
        pool.wait(
          Array.from({ length: 33 }, (_, index) => pool.future(index)),
          'FIRST_COMPLETED',
        ),
    ],
  ])('says what it has no room for: %s', async (message, body) => {
    const options = message.includes('32') ? { capacity: 33 } : {};
    const program = using(body, { ...options, callbacks: { *note() {} } });
    await expect(tellVirtually(program)).rejects.toThrow(new RangeError(message));
  });
});

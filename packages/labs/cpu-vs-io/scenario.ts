// Runs program.ts for real: its threads are worker threads, its processes are children, its times are measured here.
import { join } from 'node:path';
import type { RunContext, Scenario } from '@lockstep/lab';
import { type ProgramText, readProgramText, startNodeChild, withChildren } from '@lockstep/processes';
import { createLockMemory, withThreads } from '@lockstep/threads';
import type { KnobValues } from '@lockstep/trace';
import { compare, type Group, METER, type Share, type Ways, type Word, work } from './program.ts';
import { Stopwatch } from './stopwatch.ts';
import { type Way, workersOf } from './ways.ts';

const PARTS = ['worker-threads', 'shared-memory', 'simulated-interpreter-lock', 'child-processes'];

/** A bar is drawn anew about so many times while it grows. */
const MOST_TOLD = 20;

/** Which line of the program asks for it. */
const MARK: Readonly<Record<Way, number>> = { one: 4, locked: 5, unlocked: 6, processes: 7 };

const scenario: Scenario = {
  async run(context) {
    context.declare({ parts: PARTS });
    const end = (reason: string) =>
      context.record({ kind: 'run.ended', actor: 'main', source: 'program', at: context.nowUs(), reason });
    try {
      const text = await readProgramText(context.labDirectory);
      const results = new Map<Group, number>();
      for (const group of ['cpu', 'io'] as const)
        await compare(waysOf(context, text, group, results), Number(context.knobs['workers']));
      end('finished');
    } catch (error) {
      if (!context.signal.aborted) throw error;
      end('stopped');
    }
  },
};
export default scenario;

/** How the jobs of one group are done. `results` keeps what they came to, one after the other. */
function waysOf(context: RunContext, text: ProgramText, group: Group, results: Map<Group, number>): Ways {
  const file = join(context.labDirectory, 'program.js');

  /** Does the jobs in one way and tells what it took and what they came to. */
  async function measured(way: Way, run: (shares: readonly Share[], stopwatch: Stopwatch) => Promise<void>) {
    const shares = sharesOf(context.knobs, group, workersOf(way, context.knobs));
    const of = shares.reduce((sum, { jobs }) => sum + jobs, 0);
    const stopwatch = new Stopwatch(context, { way, group, of, line: text.lineOf(MARK[way]) });
    await run(shares, stopwatch);
    const expected = results.get(group) ?? stopwatch.result;
    results.set(group, expected);
    stopwatch.tellResult(expected);
  }

  /** @param clock when the time begins: with the order to start, or with the readiness of whoever was there before */
  async function inThreads(shares: readonly Share[], stopwatch: Stopwatch, clock: 'start' | 'ready') {
    if (clock === 'start') stopwatch.start();
    await withThreads(context, ({ start }) =>
      Promise.all(
        shares.map((argument, worker) => {
          const onMessage = (word: unknown) => stopwatch.hear(worker, word as Word);
          return start({ file, functionName: work.name, argument, onMessage }).ended;
        }),
      ),
    );
  }

  async function inProcesses(shares: readonly Share[], stopwatch: Stopwatch) {
    stopwatch.start();
    await withChildren(context, (nursery) =>
      Promise.all(
        shares.map(async (argument, worker) => {
          const onMessage = (word: unknown) => stopwatch.hear(worker, word as Word);
          const child = await startNodeChild(nursery, { file, functionName: work.name, argument, onMessage });
          const { code, signal, complaint } = await child.ended;
          if (code !== 0) throw new Error(`a process ended with ${signal ?? code}: ${complaint}`);
        }),
      ),
    );
  }

  /** Counts how many threads did the same at the same moment. */
  async function metered(shares: readonly Share[], stopwatch: Stopwatch) {
    const meter = new SharedArrayBuffer(4 * Object.keys(METER).length);
    await inThreads(
      shares.map((share) => ({ ...share, meter })),
      stopwatch,
      'start',
    );
    const words = new Int32Array(meter);
    if (group === 'cpu') stopwatch.tellTogether('computing', words[METER.mostComputing] as number);
    else stopwatch.tellTogether('sleeping', words[METER.mostWaiting] as number);
  }

  return {
    oneAfterTheOther: () => measured('one', (shares, stopwatch) => inThreads(shares, stopwatch, 'ready')),
    threadsUnderOneLock: () =>
      measured('locked', (shares, stopwatch) => {
        const lock = createLockMemory();
        return metered(
          shares.map((share) => ({ ...share, lock })),
          stopwatch,
        );
      }),
    threadsWithoutIt: () => measured('unlocked', metered),
    processes: () => measured('processes', inProcesses),
  };
}

/** The jobs, dealt out like cards. */
function sharesOf(knobs: KnobValues, group: Group, workers: number): readonly Share[] {
  const jobs = Number(knobs[group === 'cpu' ? 'jobs' : 'sleeps']);
  const size = group === 'cpu' ? Number(knobs['upTo']) * 1000 : Number(knobs['sleepMs']);
  const tellEvery = Math.ceil(jobs / MOST_TOLD);
  return Array.from({ length: Math.min(workers, jobs) }, (_, worker) => ({
    group,
    size,
    tellEvery,
    number: worker + 1,
    jobs: Math.ceil((jobs - worker) / workers),
  }));
}

// Work that is measured while it is done: two ways of doing ten jobs, and what each of them costs in memory.
import { createTrace, type Fact, type Trace } from '@lockstep/trace';

/** One after the other takes 1 s; four threads begin after 60 ms and take half a second in all. */
export function barsTrace(): Trace {
  const trace = createTrace({
    format: 'lockstep',
    version: 1,
    run: 'sample-bars',
    lab: 'cpu-vs-io',
    mode: 'free',
    knobs: {},
    seed: 1,
    actors: [
      { id: 'main', role: 'main', colour: 0 },
      { id: 'one', role: 'program', colour: 1 },
      { id: 'threads', role: 'program', colour: 2 },
    ],
    reality: { parts: ['worker-threads'] },
    machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
    startedAt: '2026-01-01T00:00:00.000Z',
  });
  const tell = (actor: string, fact: Record<string, unknown>) =>
    trace.append({ at: trace.length * 50_000, actor, source: 'program', ...fact } as unknown as Fact);
  const work = 'cpu/one';
  tell('one', { kind: 'work.started', work, of: 10 });
  for (let done = 0; done < 10; done++)
    tell('one', { kind: 'work.progressed', work, done, of: 10, elapsedUs: done * 1e5 });
  tell('one', { kind: 'work.finished', work, of: 10, elapsedUs: 1e6 });
  const threads = 'cpu/threads';
  tell('threads', { kind: 'work.started', work: threads, of: 10 });
  tell('threads', { kind: 'work.progressed', work: threads, done: 0, of: 10, elapsedUs: 60_000 });
  tell('threads', { kind: 'work.progressed', work: threads, done: 4, of: 10, elapsedUs: 260_000 });
  tell('threads', { kind: 'work.finished', work: threads, of: 10, elapsedUs: 500_000 });
  tell('one', { kind: 'measure.taken', what: 'memory/one', value: 100, unit: 'kB' });
  tell('threads', { kind: 'measure.taken', what: 'memory/threads', value: 28_400, unit: 'kB' });
  tell('main', { kind: 'run.ended', reason: 'finished' });
  return trace;
}

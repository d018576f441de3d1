import { setTimeout } from 'node:timers/promises';
import type { RunContext } from '@lockstep/lab';
import type { InterpreterContext, InterpreterThread } from './interpreter-context.ts';
import { InterpreterCrew } from './interpreter-crew.ts';
import { LockProbe } from './lock-probe.ts';
import { readLockRecord } from './lock-records.ts';
import { tellMeasures } from './tell-measures.ts';

export interface InterpreterRunOptions {
  /** File of the compiled program in the lab's directory: `program.js`. */
  readonly program: string;
  /** The first one also runs by itself, to compare with. */
  readonly threads: readonly InterpreterThread[];
  /** `sys.setswitchinterval`, in milliseconds. */
  readonly intervalMs: number;
  readonly durationMs: number;
}

/** How often the rings are emptied. */
const DRAIN_MS = 5;
/** How long the first thread runs by itself, before and after, as a measure of what one thread can do. */
const MOST_ALONE_MS = 200;

/**
 * Runs a program in real threads under one lock that works as CPython's does, and tells what became of the lock:
 * `gil.*`, then `gil.measured`, and as `measure.taken` each thread's `work`, the `median wait` of those who come
 * back from input or output, and the `speed-up`: what all did in a second over what the first thread did alone,
 * unless the machine was so busy that this would mean nothing.
 * @returns how it ended; a stop leaves no thread
 */
export async function runInterpreters(
  context: InterpreterContext,
  { program, threads, intervalMs, durationMs }: InterpreterRunOptions,
): Promise<'finished' | 'stopped'> {
  const { signal, labDirectory: directory } = context;
  const crew = new InterpreterCrew({ directory, program, bodies: threads.map(({ body }) => body), intervalMs });
  try {
    await crew.ready();
    if (signal.aborted) return 'stopped';
    const aloneMs = Math.min(MOST_ALONE_MS, durationMs / 2);
    const before = await timed(crew, signal, aloneMs, () => crew.runAlone());
    if (signal.aborted) return 'stopped';
    crew.reset();
    const probe = new LockProbe(threads, (fact) => context.record(fact));
    const drain = drainOf(context, crew, probe);
    probe.started(context.nowUs());
    const timer = setInterval(drain, DRAIN_MS);
    const together = await timed(crew, signal, durationMs, () => crew.run()).finally(() => clearInterval(timer));
    drain();
    const { counts } = crew;
    if (signal.aborted) return 'stopped';
    const after = await timed(crew, signal, aloneMs, () => crew.runAlone());
    tellMeasures(context, {
      threads,
      intervalMs,
      probe,
      counts,
      dropped: crew.dropped,
      together,
      alone: [before, after],
    });
    return signal.aborted ? 'stopped' : 'finished';
  } finally {
    await crew.dispose();
  }
}

/** Lets threads run until the time is over or the run is stopped, and gives back what they did. */
async function timed<Work>(
  crew: InterpreterCrew,
  signal: RunContext['signal'],
  ms: number,
  begin: () => Promise<Work>,
): Promise<Work> {
  const isOver = new AbortController();
  const end = () => isOver.abort();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    const work = begin().finally(end);
    await setTimeout(ms, undefined, { signal: isOver.signal }).catch(() => undefined);
    crew.stop();
    return await work;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function drainOf(context: InterpreterContext, crew: InterpreterCrew, probe: LockProbe): () => void {
  const startNs = process.hrtime.bigint() - BigInt(Math.round(context.nowUs() * 1000));
  return () => {
    for (const { thread, record } of crew.records())
      probe.note(thread, readLockRecord(record), Number(record.timeNs - startNs) / 1000, record.line);
  };
}

import type { Source } from '@lockstep/trace';
import { MAIN } from '../thread-probe.ts';
import type { InterpreterContext, InterpreterThread } from './interpreter-context.ts';
import type { LockCounts, ThreadWork } from './interpreter-crew.ts';
import type { LockProbe } from './lock-probe.ts';
import { measureOf, medianOf } from './slice-measure.ts';

interface Measured {
  readonly threads: readonly InterpreterThread[];
  readonly intervalMs: number;
  readonly probe: LockProbe;
  readonly counts: LockCounts;
  /** Records that found no room. */
  readonly dropped: number;
  /** What each thread did, and what the first did when it was alone, once and again. */
  readonly together: readonly ThreadWork[];
  readonly alone: readonly ThreadWork[];
}

/** The first thread alone, once and again, may differ by so much; else the machine was busy with something else. */
const STEADY = 1.25;
/** So may slices exceed the interval: a kernel's own time slice. */
const KERNEL_SLICE_MS = 4;

/** What is said of the run when all threads have ended. */
export function tellMeasures(context: InterpreterContext, measured: Measured): void {
  const { threads, intervalMs, probe, dropped, together, alone } = measured;
  checkLock(measured);
  const tell = (actor: string, source: Source, what: string, value: number, unit: string) =>
    context.record({ kind: 'measure.taken', actor, source, at: context.nowUs(), what, value, unit });
  if (dropped > 0) {
    const at = context.nowUs();
    context.record({ kind: 'run.dropped', actor: MAIN, source: 'program', at, where: 'ring', count: dropped });
  }
  const measure = measureOf(probe.slices);
  context.record({ kind: 'gil.measured', actor: MAIN, source: 'derived', at: context.nowUs(), ...measure });
  for (const [index, { actor }] of threads.entries()) {
    tell(actor, 'program', 'work', together[index]?.executed ?? 0, 'batches');
    const waitUs = medianOf(probe.waitsOf(index + 1));
    if (waitUs !== undefined) tell(actor, 'derived', 'median wait', waitUs / 1000, 'ms');
  }
  const [before, after] = [speedOf(alone.slice(0, 1)), speedOf(alone.slice(1))];
  const isSteady = Math.max(before, after) <= STEADY * Math.min(before, after);
  const isPunctual =
    !probe.slices.some(({ reason }) => reason === 'request') ||
    measure.medianSliceUs / 1000 <= 2 * intervalMs + KERNEL_SLICE_MS;
  if (!isSteady || !isPunctual) return;
  const speedUp = (2 * speedOf(together)) / (before + after);
  tell(MAIN, 'derived', 'speed-up', Math.round(1000 * speedUp) / 1000, '');
}

/** Batches in a millisecond, of all these threads together. */
function speedOf(work: readonly ThreadWork[]): number {
  const executed = work.reduce((sum, one) => sum + one.executed, 0);
  return executed / Math.max(...work.map(({ elapsedMs }) => elapsedMs));
}

/**
 * Every thread counts its batches for itself, and all count in one word that only the lock protects: two holders would
 * lose some. And the lock counts its switches: the records must tell of as many.
 */
function checkLock({ probe, counts, dropped, together }: Measured): void {
  const executed = together.reduce((sum, one) => sum + one.executed, 0);
  if (executed !== counts.executed)
    throw new Error(`of ${executed} batches ${counts.executed} were counted: two threads had the lock at once`);
  const slices = probe.slices.length;
  if (slices !== counts.slices && dropped === 0)
    throw new Error(`the lock counted ${counts.slices} slices, its records tell of ${slices}`);
}

// What a run has measured so far, for the moments, predictions and claims of this lab.
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';
import type { GroupName, Way } from './ways.ts';

/** Threads without a shared lock that need more than this share of the time had hardly more than one core. */
export const HARDLY_FASTER = 0.8;

export function finished(trace: Trace, group: GroupName, way: Way): EventOf<'work.finished'> | undefined {
  const work = `${group}/${way}`;
  const event = findEvent(trace, (one) => one.kind === 'work.finished' && one.work === work);
  return event?.kind === 'work.finished' ? event : undefined;
}

/** Two ways beside each other: what the second took, in times of what the first did. */
export interface Compared {
  readonly ratio: number;
  /** The two steps that tell. */
  readonly evidence: readonly [number, number];
}

export function compared(trace: Trace, group: GroupName, first: Way, second: Way): Compared | undefined {
  const [a, b] = [finished(trace, group, first), finished(trace, group, second)];
  return a && b && { ratio: b.elapsedUs / a.elapsedUs, evidence: [a.seq, b.seq] };
}

/** How many threads did this at the same moment, at most. */
export function together(
  trace: Trace,
  what: 'computing' | 'sleeping',
  group: GroupName,
  way: Way,
): EventOf<'measure.taken'> | undefined {
  const event = findEvent(trace, (one) => one.kind === 'measure.taken' && one.what === `${what}/${group}/${way}`);
  return event?.kind === 'measure.taken' ? event : undefined;
}

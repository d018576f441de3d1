import type { Actor, Fact } from '@lockstep/trace';
import type { RunStatus } from '../messages.ts';

/** What is asked of the record of a run. */
export interface EndingRecord {
  /** Facts that came after the limit. */
  readonly dropped: number;
  /** The last fact that was recorded. */
  readonly last: Fact | undefined;
  record(fact: Fact): number;
}

/** How a run came to its end: by a fault, or for a reason. */
export type RunEnd = { readonly fault: unknown } | { readonly reason: string };

/**
 * Writes the end into the trace, after how many events it had no room for, and gives the status to show. A scenario that
 * told its own end (a deadlock) has the last word.
 */
export function recordEnd(record: EndingRecord, actors: readonly Actor[], at: number, end: RunEnd): RunStatus {
  const base = { at, actor: speakerOf(actors), source: 'derived' } as const;
  const { dropped, last } = record;
  if (dropped > 0) record.record({ ...base, kind: 'run.dropped', where: 'recorder', count: dropped });
  if ('fault' in end) {
    const message = end.fault instanceof Error ? end.fault.message : String(end.fault);
    record.record({ ...base, kind: 'run.failed', message });
    return { state: 'failed', code: 'failed', message };
  }
  if (last?.kind === 'run.ended') return { state: 'ended', code: last.reason };
  record.record({ ...base, kind: 'run.ended', reason: end.reason });
  return { state: 'ended', code: end.reason };
}

/** Who says what the run itself has to say. */
function speakerOf(actors: readonly Actor[]): string {
  return (actors.find(({ role }) => role === 'main') ?? actors[0])?.id ?? 'main';
}

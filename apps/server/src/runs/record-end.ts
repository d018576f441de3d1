import type { RunStatus } from '@lockstep/lab';
import type { Actor } from '@lockstep/trace';
import type { RunRecord } from './run-record.ts';

/** How a run came to its end: by a fault, or for a reason. */
export type RunEnd = { readonly fault: unknown } | { readonly reason: string };

/**
 * Writes the end into the trace, after how many events it had no room for, and gives the status to show. A scenario that
 * told its own end (a deadlock) has the last word.
 */
export function recordEnd(record: RunRecord, actors: readonly Actor[], at: number, end: RunEnd): RunStatus {
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

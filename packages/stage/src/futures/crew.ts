// Who works and who calls, told from the whole recording: a worker is whoever ever began with a job.
import type { Actor, Trace } from '@lockstep/trace';

export interface Crew {
  readonly workers: readonly Actor[];
  /** They submit, ask, wait. */
  readonly callers: readonly Actor[];
  /** Names of the pools, in the order of their first job. */
  readonly pools: readonly string[];
  /** Jobs in all. */
  readonly jobs: number;
}

export function crewOf(trace: Trace, length: number): Crew {
  const workers = new Set<string>();
  const callers = new Set<string>();
  const pools = new Set<string>();
  let jobs = 0;
  for (let seq = 0; seq < length; seq++) {
    const kind = trace.kindAt(seq);
    if (!kind.startsWith('future.') && !kind.startsWith('pool.')) continue;
    const event = trace.event(seq);
    if (event.kind === 'future.started' || event.kind.startsWith('pool.worker-')) workers.add(event.actor);
    else callers.add(event.actor);
    if (event.kind === 'future.submitted') {
      jobs++;
      pools.add(event.pool);
    }
  }
  const { actors } = trace.header;
  return {
    workers: actors.filter(({ id }) => workers.has(id)),
    callers: actors.filter(({ id }) => callers.has(id) && !workers.has(id)),
    pools: [...pools],
    jobs,
  };
}

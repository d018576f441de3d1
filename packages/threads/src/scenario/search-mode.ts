import { startSearch, type TriedSchedule } from '../explorer/search.ts';
import { MAIN } from '../thread-probe.ts';
import type { ThreadRun } from './thread-run.ts';

/** The explorer looks for a schedule that breaks the program. Nothing here is real but the program. */
export async function runSearchMode({ context, program, knobs }: ThreadRun): Promise<'finished' | 'stopped'> {
  context.declare({ parts: [] });
  const tell = (schedules: readonly TriedSchedule[]) => {
    for (const { schedule, ...tried } of schedules) {
      const at = context.nowUs();
      context.record({
        kind: 'schedule.tried',
        actor: MAIN,
        source: 'model',
        at,
        ...tried,
        schedule: schedule.join(''),
      });
    }
  };
  const search = startSearch({ directory: context.labDirectory, program, knobs, onTried: tell });
  context.signal.addEventListener('abort', search.cancel, { once: true });
  if (context.signal.aborted) search.cancel();
  const verdict = await search.verdict;
  context.signal.removeEventListener('abort', search.cancel);
  if (!verdict) return 'stopped';
  const { kind, tried, pruned } = verdict;
  const schedule = verdict.kind === 'bug' ? { schedule: verdict.schedule.join('') } : {};
  const at = context.nowUs();
  context.record({
    kind: 'search.finished',
    actor: MAIN,
    source: 'model',
    at,
    verdict: kind,
    tried,
    pruned,
    ...schedule,
  });
  return 'finished';
}

import { type Fact, formatSchedule, type KnobValue } from '@lockstep/trace';
import { type Search, startSearch } from '../explorer/search.ts';
import type { SearchBy, SearchVerdict } from '../explorer/search-program.ts';
import type { OperationFact } from '../primitives/verb.ts';
import { MAIN } from '../thread-probe.ts';
import type { ThreadRun } from './thread-run.ts';

/**
 * The explorer looks for a schedule that breaks the program. Nothing here is real but the program. The knob `searchBy`
 * says in which order schedules are tried.
 */
export async function runSearchMode({ context, program, knobs }: ThreadRun): Promise<'finished' | 'stopped'> {
  context.declare({ parts: [] });
  const tell = (fact: OperationFact) =>
    context.record({ actor: MAIN, source: 'model', at: context.nowUs(), ...fact } as Fact);
  const search: Search = startSearch({
    directory: context.labDirectory,
    program,
    knobs,
    by: searchByOf(context.knobs['searchBy']),
    onTried(schedules) {
      for (const tried of schedules)
        tell({ kind: 'schedule.tried', ...tried, schedule: formatSchedule(tried.schedule) });
    },
    onProgress({ tried, pruned, perSecond }) {
      tell({ kind: 'search.progressed', tried, pruned, perSecond });
    },
    onSpace({ states, links }) {
      for (const [state, { schedule, ...rest }] of states.entries())
        tell({ kind: 'state.found', state, ...rest, schedule: formatSchedule(schedule) });
      for (const link of links) tell({ kind: 'state.linked', ...link });
    },
  });
  context.signal.addEventListener('abort', search.cancel, { once: true });
  if (context.signal.aborted) search.cancel();
  const verdict = await search.verdict;
  context.signal.removeEventListener('abort', search.cancel);
  if (!verdict) return 'stopped';
  tell(factOf(verdict));
  return 'finished';
}

function searchByOf(knob: KnobValue | undefined): SearchBy {
  return knob === 'preemptions' || knob === 'all' ? knob : 'dpor';
}

function factOf(verdict: SearchVerdict): OperationFact {
  const { kind, tried, pruned, all } = verdict;
  return {
    kind: 'search.finished',
    verdict: kind,
    tried,
    pruned,
    ...(all === undefined ? {} : { all: Number(all) }),
    ...(kind === 'bug' ? { schedule: formatSchedule(verdict.schedule), preemptions: verdict.preemptions } : {}),
    ...(kind === 'bounded' ? { limit: verdict.limit } : {}),
  };
}

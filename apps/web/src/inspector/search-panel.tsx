import { SourceBadge } from '@lockstep/stage';
import { type EventOf, foldOf, formatSchedule, type Model, parseSchedule } from '@lockstep/trace';
import { useBench, usePlayer } from '../player/bench.ts';
import { isRunning, openPrediction } from '../player/player-state.ts';
import { hasRealThreads } from '../site.ts';
import { inspectorWords } from '../words/inspector-words.ts';
import { useWords } from '../words/use-words.ts';

interface Search {
  readonly tried: number;
  readonly breaking: EventOf<'schedule.tried'> | undefined;
  readonly finished: EventOf<'search.finished'> | undefined;
}

/** How far a search has come. */
const searchSoFar: Model<Search> = {
  initial: () => ({ tried: 0, breaking: undefined, finished: undefined }),
  apply(search, event) {
    if (event.kind === 'schedule.tried')
      return {
        ...search,
        tried: Math.max(search.tried, event.number),
        breaking: search.breaking ?? (event.expected ? undefined : event),
      };
    return event.kind === 'search.finished' ? { ...search, finished: event } : search;
  },
};

/** A search at the cursor; when it has found something, the same schedule on real threads. */
export function SearchPanel() {
  const words = useWords(inspectorWords).search;
  const { session } = useBench();
  const { trace, cursor, isOn, isAsked, canStep } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    cursor: state.cursor,
    isOn: isRunning(state),
    isAsked: openPrediction(state) !== undefined,
    canStep: state.lab.modes.includes('stepped'),
  }));
  if (trace?.header.mode !== 'search' || isAsked) return undefined;
  const { tried, breaking, finished } = foldOf(searchSoFar, trace).at(cursor);
  const schedule = parseSchedule(finished?.schedule ?? breaking?.schedule ?? '');
  return (
    <section className="panel-box search" aria-labelledby="search-title">
      <div className="cap" id="search-title">
        {words.title} <SourceBadge source="model" />
      </div>
      <p className="search-count">
        {words.tried(tried)}
        {finished && finished.pruned > 0 ? <span className="aside">{words.pruned(finished.pruned)}</span> : undefined}
      </p>
      <p className="verdict" role="status">
        <b>{verdictWords(finished, words) ?? (isOn ? words.searching : undefined)}</b>
      </p>
      {schedule.length > 0 && canStep ? (
        <>
          <code className="schedule-text">{formatSchedule(schedule)}</code>
          <div className="search-acts">
            <button type="button" className="btn sm" onClick={() => void session.replay(schedule)}>
              {words.replay}
            </button>
            <button type="button" className="btn sm ink" onClick={() => void session.prove(schedule)}>
              {hasRealThreads ? words.prove : words.show}
            </button>
          </div>
        </>
      ) : undefined}
    </section>
  );
}

function verdictWords(
  finished: EventOf<'search.finished'> | undefined,
  words: (typeof inspectorWords)['en']['search'],
): string | undefined {
  switch (finished?.verdict) {
    case undefined:
      return undefined;
    case 'bug':
      return words.bug(finished.tried);
    case 'proof':
      return words.proof;
    default:
      return words.bounded;
  }
}

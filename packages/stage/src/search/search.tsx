import { clampCursor, type EventOf, type Trace } from '@lockstep/trace';
import { SourceBadge } from '../source-badge.tsx';
import type { Language } from '../text.ts';
import { parseSchedule, ScheduleDigits } from './schedule-digits.tsx';
import { searchAt } from './search-at.ts';
import { searchWords } from './words.ts';

export interface SearchProps {
  readonly trace: Trace;
  readonly length: number;
  readonly cursor: number;
  readonly language: Language;
}

/** How far the search for a bad schedule has come, and what it found. */
export function Search({ trace, length, cursor, language }: SearchProps) {
  const state = searchAt(trace, Math.min(clampCursor(trace, cursor), length));
  const words = searchWords[language];
  const shown = state.finished?.schedule ?? state.last?.schedule;
  const source = (state.finished ?? state.last)?.source;
  return (
    <section className="ls-search" aria-label={words.title}>
      <dl>
        <div>
          <dt>{words.tried}</dt>
          <dd>{state.finished?.tried ?? state.tried}</dd>
        </div>
        <div>
          <dt>{words.wrong}</dt>
          <dd>{state.wrong}</dd>
        </div>
        {state.finished && (
          <div>
            <dt>{words.pruned}</dt>
            <dd>{state.finished.pruned}</dd>
          </div>
        )}
      </dl>
      <p className="ls-verdict">
        {verdictText(state.finished, state.tried, language)}{' '}
        {source !== undefined && <SourceBadge source={source} language={language} />}
      </p>
      {shown !== undefined && shown !== '' && (
        <div className="ls-found">
          <span className="ls-found-word">
            {state.finished?.schedule === undefined ? words.lastTried : words.found}
          </span>
          <ScheduleDigits trace={trace} schedule={parseSchedule(shown)} />
          {state.last && state.last.schedule === shown && (
            <span className="ls-found-word">{words.endsWith(state.last.value)}</span>
          )}
        </div>
      )}
    </section>
  );
}

function verdictText(finished: EventOf<'search.finished'> | undefined, tried: number, language: Language): string {
  const words = searchWords[language];
  if (!finished) return tried === 0 ? words.notBegun : words.searching;
  return words.verdicts[finished.verdict] ?? words.verdicts['limit'] ?? finished.verdict;
}

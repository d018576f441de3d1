import { clampCursor, type EventOf, type Trace } from '@lockstep/trace';
import { SourceBadge } from '../source-badge.tsx';
import type { Language } from '../text.ts';
import { parseSchedule, ScheduleDigits } from './schedule-digits.tsx';
import { searchAt } from './search-at.ts';
import { isNarrow, triedRows } from './tried-rows.ts';
import { searchWords, verdictText } from './words.ts';

export interface SearchProps {
  readonly trace: Trace;
  readonly length: number;
  readonly cursor: number;
  readonly language: Language;
  readonly width: number;
  readonly height: number;
}

/** How far the search for a bad schedule has come, what it found, and the schedules that it tried. */
export function Search({ trace, length, cursor: wanted, language, width, height }: SearchProps) {
  const cursor = Math.min(clampCursor(trace, wanted), length);
  const state = searchAt(trace, cursor);
  const words = searchWords[language];
  const verdict = verdictText(state.finished?.verdict, state.tried, language);
  const rows = triedRows(state, { width, height }, verdict);
  const source = (state.finished ?? state.all.at(-1))?.source;
  return (
    <figure
      className="ls-search"
      data-narrow={isNarrow({ width, height }) || undefined}
      style={{ width, height }}
      aria-label={words.figure(state.tried, state.wrong)}
    >
      <p className="ls-verdict">
        {verdict} {source !== undefined && <SourceBadge source={source} language={language} />}
      </p>
      <dl>
        <div>
          <dt>{words.tried}</dt>
          <dd>{state.tried}</dd>
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
      {rows.shown.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.schedule}</th>
              <th scope="col" colSpan={2}>
                {words.endsWith}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.earlier > 0 && <Unlisted text={words.earlier(rows.earlier)} />}
            {rows.shown.map((one) => (
              <TriedRow key={one.seq} trace={trace} tried={one} isNow={one.seq === cursor - 1} language={language} />
            ))}
            {rows.later > 0 && <Unlisted text={words.later(rows.later)} />}
          </tbody>
        </table>
      )}
    </figure>
  );
}

interface TriedRowProps {
  readonly trace: Trace;
  readonly tried: EventOf<'schedule.tried'>;
  /** The present event. */
  readonly isNow: boolean;
  readonly language: Language;
}

function TriedRow({ trace, tried, isNow, language }: TriedRowProps) {
  const words = searchWords[language];
  return (
    <tr data-wrong={!tried.expected || undefined} aria-current={isNow ? 'step' : undefined}>
      <td>{tried.number}</td>
      <td>
        <ScheduleDigits trace={trace} schedule={parseSchedule(tried.schedule)} />
      </td>
      <td>{tried.value.replace('-', '−')}</td>
      <td>{tried.expected ? words.asItShould : words.endedWrong}</td>
    </tr>
  );
}

function Unlisted({ text }: { readonly text: string }) {
  return (
    <tr className="ls-unlisted">
      <td colSpan={4}>{text}</td>
    </tr>
  );
}

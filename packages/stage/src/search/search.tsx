import { clampCursor, type EventOf, parseSchedule, type Trace } from '@lockstep/trace';
import { printed, printedCount } from '../printed.ts';
import { SourceBadge } from '../source-badge.tsx';
import type { Language } from '../text.ts';
import { ScheduleDigits } from './schedule-digits.tsx';
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
  const verdict = verdictText(state, language);
  const rows = triedRows(state, { width, height }, verdict);
  const source = (state.finished ?? state.all.at(-1))?.source;
  return (
    <figure
      className="ls-search"
      data-narrow={isNarrow({ width, height }) || undefined}
      style={{ width, height }}
      aria-label={words.figure(state.tried, state.wrong, verdict)}
    >
      <p className="ls-verdict">
        {verdict} {source !== undefined && <SourceBadge source={source} language={language} />}
      </p>
      <dl>
        <Count name={words.tried} count={state.tried} />
        <Count name={words.wrong} count={state.wrong} />
        {state.pruned !== undefined && <Count name={words.pruned} count={state.pruned} />}
        {state.perSecond !== undefined && <Count name={words.perSecond} count={Math.round(state.perSecond)} />}
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
      <td>{valueText(tried.value)}</td>
      <td>{tried.expected ? words.asItShould : words.endedWrong}</td>
    </tr>
  );
}

function Count({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{printedCount(count)}</dd>
    </div>
  );
}

/** Only a number has a minus; a word may have a hyphen. */
function valueText(value: string): string {
  const number = Number(value);
  return value !== '' && Number.isFinite(number) ? printed(number) : value;
}

function Unlisted({ text }: { readonly text: string }) {
  return (
    <tr className="ls-unlisted">
      <td colSpan={4}>{text}</td>
    </tr>
  );
}

import type { Trace } from '@lockstep/trace';
import { ScheduleDigits } from '../search/schedule-digits.tsx';
import type { Language } from '../text.ts';
import type { SpaceState } from './space-at.ts';
import { type StateLook, StateMark } from './state-mark.tsx';
import { spaceWords } from './words.ts';

interface StateDetailProps {
  readonly trace: Trace;
  readonly state: SpaceState;
  readonly look: StateLook;
  readonly language: Language;
  readonly onGo: ((schedule: readonly number[]) => void) | undefined;
}

/** The state that is pointed at: what it is, and the schedule that leads there. */
export function StateDetail({ trace, state, look, language, onGo }: StateDetailProps) {
  const words = spaceWords[language];
  return (
    <div className="ls-space-detail">
      <p>
        <b>{words.state(state.state, state.depth, words.looks[look])}</b> <code>{state.label}</code>
      </p>
      <div>
        {state.schedule.length > 0 ? (
          <ScheduleDigits trace={trace} schedule={state.schedule} />
        ) : (
          <span>{words.atStart}</span>
        )}
        {onGo && (
          <>
            <button type="button" onClick={() => onGo(state.schedule)}>
              {words.go}
            </button>
            <span className="ls-space-go">{words.goByClick}</span>
          </>
        )}
      </div>
    </div>
  );
}

interface LooksLegendProps {
  readonly looks: ReadonlySet<StateLook>;
  readonly hasWay: boolean;
  readonly language: Language;
}

/** What the shapes mean, of those that are there. */
export function LooksLegend({ looks, hasWay, language }: LooksLegendProps) {
  const words = spaceWords[language];
  const all: readonly StateLook[] = ['start', 'plain', 'good', 'bad', 'deadlock', 'doomed'];
  return (
    <ul className="ls-space-legend">
      {all
        .filter((look) => looks.has(look))
        .map((look) => (
          <li key={look}>
            <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true">
              <StateMark look={look} radius={4.5} />
            </svg>
            {words.looks[look]}
          </li>
        ))}
      {hasWay && (
        <li>
          <svg width={24} height={18} viewBox="0 -9 24 18" aria-hidden="true" className="ls-space-way">
            <path className="ls-space-way-edge" d="M2 0H22" />
          </svg>
          {words.bugWay}
        </li>
      )}
    </ul>
  );
}

import { COFFMAN_CONDITIONS, type Coffman } from '@lockstep/trace';
import type { Language } from '../text.ts';
import { waitForWords } from './words.ts';

interface ConditionsProps {
  readonly conditions: Coffman;
  readonly cursor: number;
  readonly language: Language;
  readonly onSeek: (cursor: number) => void;
}

/** The four conditions of a deadlock, each ticked while it holds, with the step that made it so. */
export function Conditions({ conditions, cursor, language, onSeek }: ConditionsProps) {
  const words = waitForWords[language];
  return (
    <section className="ls-conditions">
      <p className="ls-title">{words.conditions}</p>
      <ol>
        {COFFMAN_CONDITIONS.map((condition) => {
          const since = conditions[condition];
          const { name, gloss } = words.condition[condition];
          return (
            <li
              key={condition}
              data-holds={since !== undefined || undefined}
              data-now={since === cursor - 1 || undefined}
            >
              <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
                <rect x={1} y={1} width={14} height={14} rx={2} />
                {since !== undefined && <path d="M4 8.5L7 11.5L12.5 4.5" />}
              </svg>
              <span>
                <b>{name}</b> <small>{gloss}</small>
              </span>
              {since === undefined ? (
                <em>{words.notYet}</em>
              ) : (
                <button type="button" onClick={() => onSeek(since + 1)}>
                  {words.step(since + 1)}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

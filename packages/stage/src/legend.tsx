import { SOURCES, type Source } from '@lockstep/trace';
import { SourceBadge } from './source-badge.tsx';
import { SOURCE_WORDS } from './source-words.ts';
import type { Language } from './text.ts';

interface LegendProps {
  readonly language: Language;
  /** Sources whose facts are drawn. */
  readonly sources: ReadonlySet<string>;
  /** Which to list; default: all. */
  readonly listed?: readonly Source[];
  /** Given: each badge is a switch. */
  readonly onToggle?: (source: Source) => void;
}

/** The sources with their meaning; switches that leave the facts of a source out of all drawings. */
export function Legend({ language, sources, listed = SOURCES, onToggle }: LegendProps) {
  return (
    <ul className="ls-legend">
      {listed.map((source) => {
        const badge = <SourceBadge source={source} language={language} hidden={!sources.has(source)} />;
        return (
          <li key={source}>
            {onToggle ? (
              <button type="button" aria-pressed={sources.has(source)} onClick={() => onToggle(source)}>
                {badge}
                <span className="ls-legend-meaning">{SOURCE_WORDS[source][language]}</span>
              </button>
            ) : (
              <>
                {badge}
                <span className="ls-legend-meaning">{SOURCE_WORDS[source][language]}</span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

import type { Language } from '../text.ts';
import type { Track } from './tracks.ts';
import { laneWords, trackKindWord } from './words.ts';

interface TrackChoiceProps {
  readonly tracks: readonly Track[];
  /** Keys of those that are drawn. */
  readonly shown: ReadonlySet<string>;
  readonly language: Language;
  readonly onChoose: (shown: ReadonlySet<string>) => void;
}

/** Says how many shared objects are drawn, and lets one choose which. */
export function TrackChoice({ tracks, shown, language, onChoose }: TrackChoiceProps) {
  const words = laneWords[language];
  return (
    <div className="ls-track-choice" role="group" aria-label={words.trackChoice}>
      <span>{words.tracks(shown.size, tracks.length)}</span>
      {tracks.map(({ key, kind, name }) => (
        <button
          key={key}
          type="button"
          aria-pressed={shown.has(key)}
          title={trackKindWord(kind, language)}
          onClick={() => {
            const next = new Set(shown);
            if (!next.delete(key)) next.add(key);
            onChoose(next);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

import { useBench, usePlayer } from '../player/bench.ts';
import { dropRange, rangeFrom, rangeTo, toggleLoop } from '../player/play-range.ts';
import { rangeWords } from '../words/range-words.ts';
import { useWords } from '../words/use-words.ts';

/** Where the part that is played begins and ends, and whether it is played over and over. */
export function RangeControls() {
  const words = useWords(rangeWords);
  const { player } = useBench();
  const { range, isEmpty } = usePlayer((state) => ({ range: state.range, isEmpty: state.length === 0 }));
  return (
    <fieldset className="range-controls" disabled={isEmpty}>
      <legend>{words.title}</legend>
      <button
        type="button"
        aria-label={words.from}
        aria-keyshortcuts="i"
        title={`${words.from} (i)`}
        onClick={() => player.move(rangeFrom)}
      >
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 1v10M4 6h7M8 3l3 3-3 3" />
        </svg>
        <kbd className="key" aria-hidden="true">
          i
        </kbd>
      </button>
      <button
        type="button"
        aria-label={words.to}
        aria-keyshortcuts="o"
        title={`${words.to} (o)`}
        onClick={() => player.move(rangeTo)}
      >
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M10 1v10M1 6h7M5 3l3 3-3 3" />
        </svg>
        <kbd className="key" aria-hidden="true">
          o
        </kbd>
      </button>
      {range ? (
        <>
          <button
            type="button"
            aria-pressed={range.loops}
            title={words.loopHint(range.from, range.to)}
            onClick={() => player.move(toggleLoop)}
          >
            {words.loop}
          </button>
          <button type="button" aria-label={words.drop} title={words.drop} onClick={() => player.move(dropRange)}>
            ×
          </button>
        </>
      ) : undefined}
    </fieldset>
  );
}

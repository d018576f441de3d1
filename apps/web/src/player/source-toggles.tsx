import { SourceBadge } from '@lockstep/stage';
import { SOURCES } from '@lockstep/trace';
import { dialogWords } from '../words/dialog-words.ts';
import { useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';

/** The sources of the figure; each can be switched off. */
export function SourceToggles({ onMore }: { readonly onMore: () => void }) {
  const words = useWords(dialogWords);
  const { player } = useBench();
  const { trace, shown } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    shown: state.sources,
  }));
  if (!trace) return undefined;
  // Who has told anything so far. What a view derives is always there.
  const seen = new Set(trace.columns.shapes.all.map(({ source }) => source)).add('derived');
  return (
    <span className="source-toggles">
      {SOURCES.filter((source) => seen.has(source)).map((source) => (
        <button
          key={source}
          type="button"
          aria-pressed={shown.has(source)}
          aria-label={`${source}: ${words.sources[source]}`}
          onClick={() => player.toggleSource(source)}
        >
          <SourceBadge source={source} />
        </button>
      ))}
      <button type="button" className="more" aria-label={words.legend} aria-keyshortcuts="l" onClick={onMore}>
        <kbd className="key" aria-hidden="true">
          l
        </kbd>
      </button>
    </span>
  );
}

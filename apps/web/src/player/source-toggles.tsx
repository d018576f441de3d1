import { SourceBadge } from '@lockstep/stage';
import { foldOf, SOURCES } from '@lockstep/trace';
import { dialogWords } from '../words/dialog-words.ts';
import { useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';
import { sourcesSeen } from './sources-seen.ts';

/** The sources of the figure; each can be switched off. */
export function SourceToggles({ onMore }: { readonly onMore: () => void }) {
  const words = useWords(dialogWords);
  const { player } = useBench();
  const { trace, length, shown } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    shown: state.sources,
  }));
  if (!trace) return undefined;
  const seen = foldOf(sourcesSeen, trace).at(length);
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

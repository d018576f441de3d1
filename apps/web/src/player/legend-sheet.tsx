import { SourceBadge } from '@lockstep/stage';
import { SOURCES } from '@lockstep/trace';
import { Dialog } from '../frame/dialog.tsx';
import { dialogWords } from '../words/dialog-words.ts';
import { useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';

/** Which sources are drawn. */
export function LegendSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(dialogWords);
  const { player } = useBench();
  const sources = usePlayer((state) => state.sources);
  return (
    <Dialog title={words.legend} onClose={onClose}>
      <p className="sheet-hint">{words.legendHint}</p>
      <ul className="legend-list">
        {SOURCES.map((source) => (
          <li key={source}>
            <label>
              <input type="checkbox" checked={sources.has(source)} onChange={() => player.toggleSource(source)} />
              <SourceBadge source={source} />
              <span>{words.sources[source]}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';
import type { Sheet } from './sheets.tsx';

/** Projector mode and the sheet of keys, in every bar above a stage. */
export function BarToggles({ onSheet }: { readonly onSheet: (sheet: Sheet) => void }) {
  const words = useWords(playerWords);
  const { player } = useBench();
  const projector = usePlayer((state) => state.projector);
  return (
    <>
      <button
        type="button"
        className="tog"
        aria-pressed={projector}
        aria-keyshortcuts="p"
        onClick={player.toggleProjector}
      >
        {words.projector}{' '}
        <kbd className="key" aria-hidden="true">
          p
        </kbd>
      </button>
      <button type="button" className="tog" aria-keyshortcuts="?" onClick={() => onSheet('keys')}>
        {words.keys}{' '}
        <kbd className="key" aria-hidden="true">
          ?
        </kbd>
      </button>
    </>
  );
}

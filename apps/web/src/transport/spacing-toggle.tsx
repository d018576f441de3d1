import { useBench, usePlayer } from '../player/bench.ts';
import { toggleSpacing } from '../player/moves.ts';
import { transportWords } from '../words/transport-words.ts';
import { useWords } from '../words/use-words.ts';

/** Logical spacing, one place an event, or true time. */
export function SpacingToggle() {
  const words = useWords(transportWords);
  const { player } = useBench();
  const spacing = usePlayer((state) => state.spacing);
  return (
    <button
      type="button"
      className="spacing"
      aria-label={`${words.spacingLabel}: ${words.spacing[spacing]}`}
      aria-keyshortcuts="t"
      onClick={() => player.move(toggleSpacing)}
    >
      {words.spacing[spacing]}{' '}
      <kbd className="key" aria-hidden="true">
        t
      </kbd>
    </button>
  );
}

import { OpenButton } from '../files/open-button.tsx';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { useBench, usePlayer } from '../player/bench.ts';
import { KeepButtons } from '../player/keep-buttons.tsx';
import type { Sheet } from '../player/sheets.tsx';
import { captureWords } from '../words/capture-words.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';

interface CaptureBarProps {
  readonly isNarrow: boolean;
  readonly onSheet: (sheet: Sheet) => void;
}

/** The name of the file, that it is only a file, and what can be done with it. */
export function CaptureBar({ isNarrow, onSheet }: CaptureBarProps) {
  const words = useWords(captureWords);
  const player = useWords(playerWords);
  const say = useSay();
  const bench = useBench();
  const { lab, projector } = usePlayer((state) => ({ lab: state.lab, projector: state.projector }));
  return (
    <header className="top">
      <Brand isBare={isNarrow} />
      {isNarrow ? undefined : (
        <>
          <span className="sep" />
          <span className="crumb">
            {words.page}
            <span className="crumb-slash">/</span>
          </span>
        </>
      )}
      <b className="crumb-lab capture-name">{say(lab.title)}</b>
      <span className="grow" />
      {isNarrow ? undefined : (
        <>
          <span className="lane">
            <i aria-hidden="true" data-real="false" />
            <span>
              <b>{words.badge}</b> {words.badgeText}
            </span>
          </span>
          <span className="grow" />
          <OpenButton className="tog" />
          <KeepButtons canShare={false} />
          <button
            type="button"
            className="tog"
            aria-pressed={projector}
            aria-keyshortcuts="p"
            onClick={bench.player.toggleProjector}
          >
            {player.projector}{' '}
            <kbd className="key" aria-hidden="true">
              p
            </kbd>
          </button>
          <button type="button" className="tog" aria-keyshortcuts="?" onClick={() => onSheet('keys')}>
            {player.keys}{' '}
            <kbd className="key" aria-hidden="true">
              ?
            </kbd>
          </button>
        </>
      )}
      <span className="sep" />
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}

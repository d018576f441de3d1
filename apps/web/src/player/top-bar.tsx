import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { TRACKS } from '../labs/tracks.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';
import { KeepButtons } from './keep-buttons.tsx';
import { RealityBadge } from './reality-badge.tsx';
import type { Sheet } from './sheets.tsx';

interface TopBarProps {
  readonly isNarrow: boolean;
  /** The lesson, which has the title otherwise, is not on screen. */
  readonly isOnlyTitle: boolean;
  readonly onSheet: (sheet: Sheet) => void;
}

export function TopBar({ isNarrow, isOnlyTitle, onSheet }: TopBarProps) {
  const words = useWords(playerWords);
  const say = useSay();
  const { player } = useBench();
  const { lab, projector } = usePlayer((state) => ({ lab: state.lab, projector: state.projector }));
  return (
    <header className="top">
      <Brand isBare={isNarrow} />
      {isNarrow ? undefined : (
        <>
          <span className="sep" />
          <span className="crumb">
            {lab.track} · {say(TRACKS[lab.track])}
            <span className="crumb-slash">/</span>
          </span>
        </>
      )}
      {isOnlyTitle ? <h1 className="crumb-lab">{say(lab.title)}</h1> : <b className="crumb-lab">{say(lab.title)}</b>}
      <span className="grow" />
      {isNarrow ? undefined : (
        <>
          <RealityBadge />
          <span className="grow" />
        </>
      )}
      {isNarrow ? undefined : <KeepButtons />}
      {isNarrow ? undefined : (
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
      )}
      <span className="sep" />
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}

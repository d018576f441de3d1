import { Link } from 'wouter';
import { OpenClassButton } from '../class/open-class-button.tsx';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { TRACKS } from '../labs/tracks.ts';
import { site } from '../site.ts';
import { frameWords } from '../words/frame-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { BarToggles } from './bar-toggles.tsx';
import { usePlayer } from './bench.ts';
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
  const words = useWords(frameWords);
  const say = useSay();
  const lab = usePlayer((state) => state.lab);
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
      {isNarrow || site !== 'server' ? undefined : <OpenClassButton />}
      {isNarrow ? undefined : <KeepButtons />}
      {isNarrow || site !== 'server' ? undefined : (
        <Link className="tog" href="/library">
          {words.library}
        </Link>
      )}
      {isNarrow ? undefined : (
        <>
          <BarToggles onSheet={onSheet} />
        </>
      )}
      <span className="sep" />
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}

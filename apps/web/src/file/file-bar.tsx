import { Mark } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { TRACKS } from '../labs/tracks.ts';
import { BarToggles } from '../player/bar-toggles.tsx';
import { usePlayer } from '../player/bench.ts';
import { KeepButtons } from '../player/keep-buttons.tsx';
import { RealityBadge } from '../player/reality-badge.tsx';
import type { Sheet } from '../player/sheets.tsx';
import { useSay } from '../words/use-words.ts';

interface FileBarProps {
  readonly isNarrow: boolean;
  readonly isOnlyTitle: boolean;
  readonly onSheet: (sheet: Sheet) => void;
}

/** The lab, how real its recording is, and what can be done with it here. The mark leads nowhere: there is no course. */
export function FileBar({ isNarrow, isOnlyTitle, onSheet }: FileBarProps) {
  const say = useSay();
  const lab = usePlayer((state) => state.lab);
  return (
    <header className="top">
      <span className="file-brand">
        <Mark />
        {isNarrow ? undefined : 'Lockstep'}
      </span>
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
          <KeepButtons canShare={false} />
          <BarToggles onSheet={onSheet} />
        </>
      )}
      <span className="sep" />
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}

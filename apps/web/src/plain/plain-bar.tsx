import { OpenButton } from '../files/open-button.tsx';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { BarToggles } from '../player/bar-toggles.tsx';
import { usePlayer } from '../player/bench.ts';
import { KeepButtons } from '../player/keep-buttons.tsx';
import { RealityBadge } from '../player/reality-badge.tsx';
import type { Sheet } from '../player/sheets.tsx';
import { useSay } from '../words/use-words.ts';

interface PlainBarProps {
  readonly isNarrow: boolean;
  readonly onSheet: (sheet: Sheet) => void;
}

export function PlainBar({ isNarrow, onSheet }: PlainBarProps) {
  const say = useSay();
  const lab = usePlayer((state) => state.lab);
  return (
    <header className="top">
      <Brand isBare={isNarrow} />
      <span className="sep" />
      <b className="crumb-lab plain-name">{say(lab.title)}</b>
      <span className="grow" />
      {isNarrow ? undefined : (
        <>
          <RealityBadge />
          <span className="grow" />
          <OpenButton className="tog" />
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

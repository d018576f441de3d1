import { OpenButton } from '../files/open-button.tsx';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { ThemeSwitch } from '../frame/theme-switch.tsx';
import { BarToggles } from '../player/bar-toggles.tsx';
import { usePlayer } from '../player/bench.ts';
import { KeepButtons } from '../player/keep-buttons.tsx';
import type { Sheet } from '../player/sheets.tsx';
import { captureWords } from '../words/capture-words.ts';
import { useSay, useWords } from '../words/use-words.ts';

interface CaptureBarProps {
  readonly isNarrow: boolean;
  readonly onSheet: (sheet: Sheet) => void;
}

/** The name of the file, that it is only a file, and what can be done with it. */
export function CaptureBar({ isNarrow, onSheet }: CaptureBarProps) {
  const words = useWords(captureWords);
  const say = useSay();
  const lab = usePlayer((state) => state.lab);
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
          <BarToggles onSheet={onSheet} />
        </>
      )}
      <span className="sep" />
      <LanguageSwitch />
      <ThemeSwitch />
    </header>
  );
}

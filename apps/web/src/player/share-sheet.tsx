import { type ReactNode, useId, useState } from 'react';
import { type EmbedOptions, embedLink, embedSnippet } from '../embed/embed-options.ts';
import { Dialog } from '../frame/dialog.tsx';
import { useSettings } from '../settings/settings.ts';
import { shareWords } from '../words/share-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { usePlayer } from './bench.ts';
import { CopyField } from './copy-field.tsx';
import { linkTo, type SharedPart } from './share.ts';

/** Links to this step, to what is pointed at, to the range; and the frame for a page of one's own. */
export function ShareSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(shareWords);
  const state = usePlayer((whole) => whole);
  const { range, selection } = state;
  const points = selection.stage ?? selection.field ?? selection.actor ?? selection.frame;
  const link = (part: SharedPart) => linkTo(state, location.origin, part);
  const step = link('step');
  return (
    <Dialog title={words.title} onClose={onClose}>
      {step === undefined ? (
        <p className="aside">{words.file}</p>
      ) : (
        <>
          <CopyField label={words.step(state.cursor)} text={step} />
          {points === undefined ? undefined : <CopyField label={words.shown} text={link('shown') ?? step} />}
          {range ? (
            <CopyField label={words.range(range.from, range.to)} text={link('range') ?? step} />
          ) : (
            <p className="aside">{words.rangeHint}</p>
          )}
          <EmbedChoice />
        </>
      )}
    </Dialog>
  );
}

function EmbedChoice() {
  const words = useWords(shareWords);
  const say = useSay();
  const language = useSettings((settings) => settings.language);
  const state = usePlayer((whole) => whole);
  const [hasControls, setHasControls] = useState(true);
  const [theme, setTheme] = useState<EmbedOptions['theme'] | 'system'>('system');
  const [isSpoken, setIsSpoken] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const { lab } = state;
  const page = linkTo(state, location.origin, 'range');
  if (page === undefined) return undefined;
  const options: EmbedOptions = {
    hasControls,
    ...(theme === 'system' || theme === undefined ? {} : { theme }),
    ...(isSpoken ? { language } : {}),
  };
  const link = embedLink({ lab: lab.id, search: new URL(page).search, base: location.origin }, options);
  return (
    <details className="embed-choice" onToggle={(event) => setIsShown(event.currentTarget.open)}>
      <summary>{words.embed}</summary>
      <div className="embed-options">
        <Check isOn={hasControls} onChange={setHasControls}>
          {words.controls}
        </Check>
        <Check isOn={isSpoken} onChange={setIsSpoken}>
          {words.language}
        </Check>
        <label>
          {words.theme}{' '}
          <select value={theme} onChange={(event) => setTheme(event.target.value as typeof theme)}>
            {(['system', 'light', 'dark'] as const).map((one) => (
              <option key={one} value={one}>
                {words.themes[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {hasControls ? undefined : <p className="aside">{words.playsAlone}</p>}
      <CopyField label={words.snippet} text={embedSnippet(link, say(lab.title), options)} isLong />
      {isShown ? (
        <figure className="embed-preview">
          <figcaption>{words.preview}</figcaption>
          <iframe key={link} src={link} title={words.preview} loading="lazy" />
        </figure>
      ) : undefined}
    </details>
  );
}

interface CheckProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

function Check({ isOn, onChange, children }: CheckProps) {
  const id = useId();
  return (
    <span>
      <input id={id} type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />{' '}
      <label htmlFor={id}>{children}</label>
    </span>
  );
}

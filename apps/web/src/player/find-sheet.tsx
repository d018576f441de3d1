import { useEffect, useMemo, useRef, useState } from 'react';
import { Dialog } from '../frame/dialog.tsx';
import { useSettings } from '../settings/settings.ts';
import { dialogWords } from '../words/dialog-words.ts';
import { useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';
import { findSteps } from './find-steps.ts';
import { openPrediction } from './player-state.ts';

const MOST = 50;

/** Finds steps by the words of their sentence, and goes there. */
export function FindSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(dialogWords);
  const { player } = useBench();
  const language = useSettings((settings) => settings.language);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const { lab, trace, length, isAsked } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    length: state.length,
    isAsked: openPrediction(state) !== undefined,
  }));
  const found = useMemo(
    () => (trace && !isAsked && length > 0 ? findSteps({ lab, trace, language }, text, MOST) : []),
    [lab, trace, length, isAsked, language, text],
  );

  function go(step: number): void {
    player.seek(step);
    onClose();
  }

  return (
    <Dialog title={words.find} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (found[0]) go(found[0].step);
        }}
      >
        <input
          ref={input}
          className="find"
          type="search"
          aria-label={words.findHint}
          placeholder={words.findHint}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <p className="sheet-hint" role="status">
        {text.trim() === ''
          ? ''
          : found.length === 0
            ? words.foundNone
            : words.found(found.length, found.length < MOST)}
      </p>
      <ol className="found">
        {found.map(({ step, sentence }) => (
          <li key={step}>
            <button type="button" onClick={() => go(step)}>
              <b>{step}</b>
              <span>{sentence}</span>
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

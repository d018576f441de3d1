import { MOST_NAME_CHARACTERS } from '@lockstep/lab';
import { useRef } from 'react';
import { libraryWords } from '../words/library-words.ts';
import { useWords } from '../words/use-words.ts';

interface NameFieldProps {
  readonly name: string;
  /** What it is called without a name. */
  readonly hint: string;
  /** Undefined: it stays as it was. */
  readonly onDone: (name: string | undefined) => void;
}

/** Names a run in its place: Enter keeps it, and so does going elsewhere; Escape does not. */
export function NameField({ name, hint, onDone }: NameFieldProps) {
  const words = useWords(libraryWords).card;
  const isDone = useRef(false);
  function done(value: string | undefined): void {
    if (isDone.current) return;
    isDone.current = true;
    onDone(value?.trim());
  }
  return (
    <input
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it stands where the reader has just asked for it
      autoFocus
      className="run-name"
      aria-label={words.nameOf}
      defaultValue={name}
      placeholder={hint}
      maxLength={MOST_NAME_CHARACTERS}
      onFocus={({ target }) => target.select()}
      onBlur={({ target }) => done(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        if (event.nativeEvent.isComposing) return;
        // What has the focus next must not be pressed by the same key.
        event.preventDefault();
        done(event.key === 'Enter' ? event.currentTarget.value : undefined);
      }}
    />
  );
}

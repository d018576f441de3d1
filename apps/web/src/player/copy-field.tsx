import { useId, useState } from 'react';
import { shareWords } from '../words/share-words.ts';
import { useWords } from '../words/use-words.ts';

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  readonly isLong?: boolean;
}

/** A text to take away: by its button, or by hand where there is no clipboard (without https, or without permission). */
export function CopyField({ label, text, isLong = false }: CopyFieldProps) {
  const words = useWords(shareWords);
  const id = useId();
  const [copied, setCopied] = useState<{ readonly text: string; readonly isByHand: boolean }>();
  const said = copied?.text === text ? copied : undefined;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, isByHand: false });
    } catch {
      setCopied({ text, isByHand: true });
      (document.getElementById(id) as HTMLInputElement | undefined)?.select();
    }
  }

  return (
    <div className="copy-field">
      <label htmlFor={id}>{label}</label>
      {isLong ? (
        <textarea id={id} readOnly rows={4} value={text} onFocus={(event) => event.target.select()} />
      ) : (
        <input id={id} readOnly value={text} onFocus={(event) => event.target.select()} />
      )}
      <button type="button" className="btn sm" onClick={() => void copy()}>
        {words.copy}
      </button>
      <span role="status" className="copy-said">
        {said ? (said.isByHand ? words.byHand : words.copied) : ''}
      </span>
    </div>
  );
}

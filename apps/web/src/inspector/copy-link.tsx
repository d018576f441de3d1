import { useState } from 'react';
import { inspectorWords } from '../words/inspector-words.ts';
import { useWords } from '../words/use-words.ts';

/** Copies what it is asked for when it is pressed. */
export function CopyLink({ link }: { readonly link: () => string | undefined }) {
  const words = useWords(inspectorWords);
  const [isCopied, setIsCopied] = useState(false);
  async function copy(): Promise<void> {
    const text = link();
    if (text === undefined) return;
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  }
  return (
    <button
      type="button"
      className="step-link"
      onClick={() => void copy().catch(console.error)}
      onBlur={() => setIsCopied(false)}
    >
      {isCopied ? words.copied : words.copy}
    </button>
  );
}

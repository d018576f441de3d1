import { useEffect } from 'react';
import { libraryWords } from '../words/library-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { useLibrary } from './library-state.ts';
import { runTitle } from './run-title.ts';

const SHOWN_MS = 30_000;

/** What was just done, and for a while the way back. */
export function DeedNote() {
  const words = useWords(libraryWords);
  const say = useSay();
  const { deed, restore, forgetDeed } = useLibrary();
  useEffect(() => {
    if (!deed) return undefined;
    const timer = setTimeout(forgetDeed, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [deed, forgetDeed]);
  return (
    <div className="library-note" role="status" hidden={!deed}>
      {deed ? (
        <>
          <span>
            {deed.kind === 'refused'
              ? sayRefusal(words.refusals, words.unreachable.title, deed.code, deed.message)
              : words.undo[deed.kind](runTitle(deed.run, say))}
          </span>
          {deed.kind === 'deleted' ? (
            <button type="button" className="btn sm" onClick={() => void restore(deed.run)}>
              {words.undo.undo}
            </button>
          ) : undefined}
          <button type="button" className="tog" onClick={forgetDeed}>
            {words.undo.close}
          </button>
        </>
      ) : undefined}
    </div>
  );
}

/** In the reader's words; of a recording that cannot be read also the place, as the reader of files said it. */
function sayRefusal(refusals: Readonly<Record<string, string>>, away: string, code: string, message: string): string {
  if (code === 'unreachable') return away;
  const said = refusals[code] ?? refusals['other'] ?? '';
  return code === 'bad-recording' ? `${said} (${message})` : said;
}

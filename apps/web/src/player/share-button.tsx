import { lazy, Suspense, useState } from 'react';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';

const ShareSheet = lazy(async () => ({ default: (await import('./share-sheet.tsx')).ShareSheet }));

/** Opens what there is to copy: links, and the frame for another page. */
export function ShareButton() {
  const words = useWords(playerWords);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" className="tog" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {words.share}
      </button>
      {isOpen ? (
        <Suspense fallback={undefined}>
          <ShareSheet onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : undefined}
    </>
  );
}

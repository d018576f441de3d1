import { lazy, Suspense, useState } from 'react';
import { saveWords } from '../words/save-words.ts';
import { useWords } from '../words/use-words.ts';
import { usePlayer } from './bench.ts';
import { openPrediction } from './player-state.ts';
import { ShareButton } from './share-button.tsx';

const SaveSheet = lazy(async () => ({ default: (await import('../exports/save-sheet.tsx')).SaveSheet }));

/** What to take away from a run: the address of its step, and files of many kinds. */
export function KeepButtons({ canShare = true }: { readonly canShare?: boolean }) {
  const words = useWords(saveWords);
  const [isSaving, setIsSaving] = useState(false);
  const { hasTrace, isAsked } = usePlayer((state) => ({
    hasTrace: state.trace !== undefined,
    isAsked: openPrediction(state) !== undefined,
  }));
  if (!hasTrace || isAsked) return undefined;
  return (
    <>
      {canShare ? <ShareButton /> : undefined}
      <button type="button" className="tog" aria-haspopup="dialog" onClick={() => setIsSaving(true)}>
        {words.saveAs}
      </button>
      {isSaving ? (
        <Suspense fallback={undefined}>
          <SaveSheet onClose={() => setIsSaving(false)} />
        </Suspense>
      ) : undefined}
    </>
  );
}

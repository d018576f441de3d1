import type { ReactNode } from 'react';
import { useBench } from '../player/bench.ts';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';

/** Goes to the step of an event; its words are the lesson's, or "step 7". */
export function StepLink({ seq, children }: { readonly seq: number; readonly children?: ReactNode }) {
  const words = useWords(playerWords);
  const { player } = useBench();
  const step = words.stepLink(seq + 1);
  return (
    <button type="button" className="step-link" title={step} onClick={() => player.seek(seq + 1)}>
      {children ?? step}
    </button>
  );
}

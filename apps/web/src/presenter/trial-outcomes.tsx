import type { Trial } from '@lockstep/lab';
import { Histogram } from '../class/histogram.tsx';
import { mostFrequentFirst, outcomeBars } from '../class/outcome-bars.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useSay, useWords } from '../words/use-words.ts';

/** How the runs of a class came out, the most frequent first; each bar opens one run that came out so. */
export function TrialOutcomes({ trial, isLinked = true }: { readonly trial: Trial; readonly isLinked?: boolean }) {
  const words = useWords(presenterWords).trial;
  const say = useSay();
  if (trial.outcomes.length === 0) return <p className="aside">{words.none}</p>;
  return (
    <Histogram
      label={words.everyone}
      bars={outcomeBars(mostFrequentFirst(trial.outcomes), {
        say,
        expected: words.expected,
        more: ({ run }) => ({
          onPick: isLinked ? () => void window.open(`/labs/${trial.lab}?run=${run}`, '_blank', 'noopener') : undefined,
        }),
      })}
    />
  );
}

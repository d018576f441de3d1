import type { Trial } from '@lockstep/lab';
import { Histogram } from '../class/histogram.tsx';
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
      bars={[...trial.outcomes]
        .sort((a, b) => b.count - a.count)
        .map(({ value, expected, count, run }) => ({
          id: value.en,
          label: say(value),
          counts: [count],
          tag: expected ? words.expected : undefined,
          onPick: isLinked ? () => void window.open(`/labs/${trial.lab}?run=${run}`, '_blank', 'noopener') : undefined,
        }))}
    />
  );
}

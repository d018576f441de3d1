import type { OutcomeCount, Text } from '@lockstep/lab';
import type { HistogramBar } from './histogram.tsx';

interface OutcomeBars {
  readonly say: (text: Text) => string;
  /** What an outcome is called that the program is meant to have. */
  readonly expected: string;
  /** What the bar of an outcome has beside its words and its number. */
  readonly more?: (outcome: OutcomeCount) => Pick<HistogramBar, 'note' | 'onPick'>;
}

/** How the runs of many came out: a bar for each outcome, in the order given. */
export function outcomeBars(outcomes: readonly OutcomeCount[], { say, expected, more }: OutcomeBars): HistogramBar[] {
  return outcomes.map((outcome) => ({
    id: outcome.value.en,
    label: say(outcome.value),
    counts: [outcome.count],
    tag: outcome.expected ? expected : undefined,
    ...more?.(outcome),
  }));
}

export function mostFrequentFirst(outcomes: readonly OutcomeCount[]): OutcomeCount[] {
  return [...outcomes].sort((a, b) => b.count - a.count);
}

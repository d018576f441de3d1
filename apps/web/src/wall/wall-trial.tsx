import type { Trial } from '@lockstep/lab';
import { Histogram } from '../class/histogram.tsx';
import { mostFrequentFirst, outcomeBars } from '../class/outcome-bars.ts';
import { labWith } from '../labs/labs.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { wallWords } from '../words/wall-words.ts';

/** How the runs of all come out, while they come. */
export function WallTrial({ trial }: { readonly trial: Trial }) {
  const words = useWords(wallWords);
  const say = useSay();
  const lab = labWith(trial.lab);
  return (
    <section className="wall-question">
      <h2>
        {words.trial}
        {lab ? <small>{say(lab.title)}</small> : undefined}
      </h2>
      <Histogram
        label={words.trial}
        bars={outcomeBars(mostFrequentFirst(trial.outcomes), { say, expected: words.expected })}
      />
      <p className="wall-note">
        <b>{words.queue(trial.queued, trial.running, trial.over)}</b>{' '}
        {trial.state === 'open' ? words.trialOpen : undefined}
      </p>
    </section>
  );
}

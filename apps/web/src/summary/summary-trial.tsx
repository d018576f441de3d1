import type { TriedOut } from '@lockstep/lab';
import { MODES } from '@lockstep/trace';
import { Histogram } from '../class/histogram.tsx';
import { mostFrequentFirst, outcomeBars } from '../class/outcome-bars.ts';
import { useLab } from '../labs/lab-parts.ts';
import { playerWords } from '../words/player-words.ts';
import { summaryWords } from '../words/summary-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { knobsInWords } from './knobs-in-words.ts';
import { namesOf } from './names-of.ts';
import { shortRun } from './short-run.ts';
import { useDates } from './use-dates.ts';

/** What everyone ran, how it came out, and the way to each run. */
export function SummaryTrial({ trial }: { readonly trial: TriedOut }) {
  const summary = useWords(summaryWords);
  const words = summary.trials;
  const { modes, knobs: knobWords } = useWords(playerWords);
  const say = useSay();
  const dates = useDates();
  const lab = useLab(trial.lab);
  const mode = MODES.find((one) => one === trial.mode);
  const title = lab ? say(lab.title) : trial.lab;
  const names = namesOf(trial.runs, summary.nameless);
  const isNamed = trial.runs.some(({ member }) => member !== undefined);
  return (
    <article className="summary-item">
      <p className="cap">{dates.time(trial.at)}</p>
      <h3>
        {title} · {mode ? modes[mode] : trial.mode}
      </h3>
      <p className="aside">{knobsInWords(lab, mode, trial.knobs, say, knobWords).join(' · ')}</p>
      <p className="aside">{trial.runs.length === 0 ? words.noRuns : words.runs(trial.runs.length)}</p>
      <Histogram
        label={title}
        bars={outcomeBars(mostFrequentFirst(trial.outcomes), { say, expected: words.expected })}
      />
      {trial.runs.length > 0 ? (
        <details className="summary-more">
          <summary>{words.all}</summary>
          <div className="summary-table">
            <table>
              <thead>
                <tr>
                  {isNamed ? <th scope="col">{words.name}</th> : undefined}
                  <th scope="col">{words.outcome}</th>
                  <th scope="col">{words.run}</th>
                </tr>
              </thead>
              <tbody>
                {trial.runs.map(({ run, link, value, member }) => (
                  <tr key={run}>
                    {isNamed ? <th scope="row">{names.get(member)}</th> : undefined}
                    <td>{say(value)}</td>
                    <td>
                      <a className="m" href={link}>
                        {shortRun(run)}
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ) : undefined}
    </article>
  );
}

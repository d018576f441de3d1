import type { ShownRun } from '@lockstep/lab';
import { MODES } from '@lockstep/trace';
import { labWith } from '../labs/labs.ts';
import { playerWords } from '../words/player-words.ts';
import { summaryWords } from '../words/summary-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { shortRun } from './short-run.ts';
import { useDates } from './use-dates.ts';

/** The runs that the class looked at, each with the way back to it. */
export function ShownTable({ shown }: { readonly shown: readonly ShownRun[] }) {
  const words = useWords(summaryWords).shown;
  const { modes } = useWords(playerWords);
  const say = useSay();
  const dates = useDates();
  return (
    <div className="summary-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.lab}</th>
            <th scope="col">{words.mode}</th>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.link}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ at, lab, mode, run, link, outcome }) => {
            const known = labWith(lab);
            const knownMode = MODES.find((one) => one === mode);
            return (
              <tr key={link}>
                <td>{dates.time(at)}</td>
                <td>{known ? say(known.title) : lab}</td>
                <td>{knownMode ? modes[knownMode] : mode}</td>
                <td>
                  {outcome ? (
                    say(outcome.value)
                  ) : (
                    <span className="aside">{run === undefined ? '–' : words.unknown}</span>
                  )}
                </td>
                <td>
                  <a href={link}>{run === undefined ? words.golden : <span className="m">{shortRun(run)}</span>}</a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

import type { AskedAndAnswered } from '@lockstep/lab';
import { inWords, useAskedLab } from '../class/asked.ts';
import { Histogram, type HistogramBar } from '../class/histogram.tsx';
import { useSettings } from '../settings/settings.ts';
import { summaryWords } from '../words/summary-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { namesOf } from './names-of.ts';
import { useDates } from './use-dates.ts';

/** A question, its rounds beside each other, and for the owner who answered what. */
export function SummaryQuestion({ asked }: { readonly asked: AskedAndAnswered }) {
  const words = useWords(summaryWords).questions;
  const language = useSettings((settings) => settings.language);
  const say = useSay();
  const dates = useDates();
  const { question, tallies, answers } = asked;
  const lab = useAskedLab(question);
  const text = inWords(question, lab, language);
  const counts = tallies.map((tally) => Object.values(tally).reduce((sum, count) => sum + count, 0));
  const right = question.kind === 'own' && question.right !== undefined ? String(question.right) : undefined;
  const bars: readonly HistogramBar[] = (text?.choices ?? []).map(({ id, text: label }) => ({
    id,
    label,
    counts: tallies.map((tally) => tally[id] ?? 0),
    tag: id === right ? words.right : undefined,
  }));
  return (
    <article className="summary-item">
      <p className="cap">
        {dates.time(asked.at)}
        {lab ? ` · ${say(lab.title)}` : undefined}
      </p>
      <h3>{text?.text ?? words.gone}</h3>
      <p className="aside">
        {counts
          .map((count, round) =>
            counts.length > 1 ? words.ofRound(words.round(round + 1), words.answered(count)) : words.answered(count),
          )
          .join(' · ')}
      </p>
      <Histogram label={text?.text ?? words.gone} bars={bars} roundName={(round) => words.round(round + 1)} />
      {text?.afterwards ? <p className="summary-after">{text.afterwards}</p> : undefined}
      {answers && answers.length > 0 ? <Answers answers={answers} bars={bars} rounds={tallies.length} /> : undefined}
    </article>
  );
}

interface AnswersProps {
  readonly answers: NonNullable<AskedAndAnswered['answers']>;
  readonly bars: readonly HistogramBar[];
  readonly rounds: number;
}

function Answers({ answers, bars, rounds }: AnswersProps) {
  const summary = useWords(summaryWords);
  const words = summary.questions;
  const names = namesOf(answers, summary.nameless);
  const labelOf = (choice: string | undefined) => bars.find(({ id }) => id === choice)?.label;
  const places = Array.from({ length: rounds }, (_, round) => round);
  return (
    <details className="summary-more">
      <summary>{words.who}</summary>
      <div className="summary-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              {places.map((round) => (
                <th key={round} scope="col">
                  {words.round(round + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answers.map(({ member, choices }) => (
              <tr key={member}>
                <th scope="row">{names.get(member)}</th>
                {places.map((round) => (
                  <td key={round}>{labelOf(choices[round]) ?? <span className="aside">{words.nothing}</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

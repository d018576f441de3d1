import type { AskedQuestion } from '@lockstep/lab';
import { barsOf, inWords, rightChoice, useAskedLab } from '../class/asked.ts';
import { Histogram } from '../class/histogram.tsx';
import { usePlayer } from '../player/bench.ts';
import { useSettings } from '../settings/settings.ts';
import { useWords } from '../words/use-words.ts';
import { wallWords } from '../words/wall-words.ts';

/** A round and the one before it: what talking about it has changed. */
export const SHOWN_ROUNDS = 2;

/**
 * The question as the room sees it. The owner's windows know the answers at once; the wall shows them only when
 * everybody may see them, and what happened only with the reveal.
 */
export function WallQuestion({ question }: { readonly question: AskedQuestion }) {
  const words = useWords(wallWords);
  const language = useSettings((settings) => settings.language);
  const trace = usePlayer((state) => state.trace);
  const lab = useAskedLab(question.question);
  const inOurWords = inWords(question.question, lab, language);
  if (!inOurWords) return undefined;
  const skipped = Math.max(0, question.tallies.length - SHOWN_ROUNDS);
  const isRevealed = question.state === 'revealed';
  return (
    <section className="wall-question">
      <h2>{inOurWords.text}</h2>
      {isRevealed || question.isLive ? (
        <Histogram
          label={inOurWords.text}
          bars={barsOf({
            asked: { ...question, tallies: question.tallies.slice(-SHOWN_ROUNDS) },
            lab,
            language,
            right: isRevealed ? rightChoice(question.question, lab, trace) : undefined,
            words: { happened: words.happened, right: words.right, yours: '' },
          })}
          roundName={(round) => words.round(round + 1 + skipped)}
        />
      ) : (
        <ul className="wall-choices">
          {inOurWords.choices.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      <p className="wall-note">
        <b>{words.answered(question.answered)}</b>{' '}
        {question.state === 'open' ? words.open : question.state === 'closed' ? words.closed : undefined}
      </p>
    </section>
  );
}

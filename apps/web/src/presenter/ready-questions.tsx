import type { ClassQuestion } from '@lockstep/lab';
import { usePlayer } from '../player/bench.ts';
import { playerWords } from '../words/player-words.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { questionKey } from './question-key.ts';

interface ReadyQuestionsProps {
  readonly rounds: ReadonlyMap<string, number>;
  readonly onAsk: (question: ClassQuestion) => void;
}

/** The predictions of the lab that is shown, each asked with one press. */
export function ReadyQuestions({ rounds, onAsk }: ReadyQuestionsProps) {
  const words = useWords(presenterWords).ask;
  const { modes } = useWords(playerWords);
  const say = useSay();
  const { lab, mode } = usePlayer((state) => ({ lab: state.lab, mode: state.trace?.header.mode ?? state.mode }));
  if (lab.predictions.length === 0) return <p className="aside">{words.none}</p>;
  return (
    <ul className="ready" aria-label={words.ready}>
      {lab.predictions.map((prediction) => {
        const question: ClassQuestion = { kind: 'prediction', lab: lab.id, prediction: prediction.id };
        const before = rounds.get(questionKey(question));
        const isOfOther = !prediction.modes.includes(mode);
        const text = say(prediction.question);
        return (
          <li key={prediction.id}>
            <span>
              {text}
              {isOfOther ? <small>{prediction.modes.map((one) => modes[one]).join(' · ')}</small> : undefined}
              {before ? <small>✓ {words.asked(before)}</small> : undefined}
            </span>
            <button
              type="button"
              className="btn sm"
              aria-label={`${before ? words.againShort : words.ask}: ${text}`}
              onClick={() => onAsk(question)}
            >
              {before ? words.againShort : words.ask}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

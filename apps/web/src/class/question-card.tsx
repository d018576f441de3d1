import type { AskedQuestion, ClassAct } from '@lockstep/lab';
import { useMemo } from 'react';
import { usePlayer } from '../player/bench.ts';
import { useSettings } from '../settings/settings.ts';
import { askedWords } from '../words/asked-words.ts';
import { useWords } from '../words/use-words.ts';
import { barsOf, inWords, rightChoice, useAskedLab } from './asked.ts';
import { classSession } from './class-session.ts';
import { useClass } from './class-state.ts';
import { FoldedCard } from './folded-card.tsx';
import { Histogram } from './histogram.tsx';

interface QuestionCardProps {
  readonly asked: AskedQuestion;
  readonly isDesk: boolean;
}

/** What the class said, beside the picture: for everybody after the reveal, for the desk from the start. */
export function QuestionCard({ asked, isDesk }: QuestionCardProps) {
  const words = useWords(askedWords);
  const language = useSettings((settings) => settings.language);
  const own = useClass(({ me }) => me?.choice);
  const learners = useClass(({ people }) => (people ? people.following + people.exploring : 0));
  const { trace, length } = usePlayer((state) => ({ trace: state.trace, length: state.length }));
  const { question, state, answered } = asked;
  const lab = useAskedLab(question);
  const isRevealed = state === 'revealed';
  // The whole run is asked: once for what there is of it.
  const right = useMemo(
    () => (isRevealed && length >= 0 ? rightChoice(question, lab, trace) : undefined),
    [isRevealed, question, lab, trace, length],
  );
  const inOwnWords = inWords(question, lab, language);
  return (
    <FoldedCard title={words.answers} short={words.answered(answered, Math.max(learners, answered))}>
      <h2>{inOwnWords?.text ?? words.unknown}</h2>
      <Histogram
        label={words.answers}
        bars={barsOf({ asked, lab, language, right, own, words })}
        roundName={words.roundName}
      />
      {isRevealed && right === undefined && question.kind === 'prediction' ? (
        <p className="aside">{words.undecided}</p>
      ) : undefined}
      {isRevealed && right !== undefined && inOwnWords?.afterwards ? (
        <p className="aside">{inOwnWords.afterwards}</p>
      ) : undefined}
      {isDesk ? <DeskActs state={state} /> : undefined}
    </FoldedCard>
  );
}

const ACTS = {
  open: ['close-question', 'reveal', 'dismiss'],
  closed: ['reveal', 'ask-again', 'dismiss'],
  revealed: ['ask-again', 'dismiss'],
} as const satisfies Record<AskedQuestion['state'], readonly ClassAct['kind'][]>;

function DeskActs({ state }: Pick<AskedQuestion, 'state'>) {
  const words = useWords(askedWords);
  const names = {
    'close-question': words.close,
    reveal: words.reveal,
    'ask-again': words.again,
    dismiss: words.dismiss,
  };
  return (
    <p className="card-acts">
      {ACTS[state].map((kind) => (
        <button key={kind} type="button" className="btn sm" onClick={() => void classSession().act({ kind })}>
          {names[kind]}
        </button>
      ))}
    </p>
  );
}

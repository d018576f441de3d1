import type { AskedQuestion, ClassAct, ClassPeople, ClassQuestion } from '@lockstep/lab';
import { useMemo, useState } from 'react';
import { barsOf, inWords, useAskedLab } from '../class/asked.ts';
import { Histogram } from '../class/histogram.tsx';
import { usePlayer } from '../player/bench.ts';
import { useSettings } from '../settings/settings.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useWords } from '../words/use-words.ts';
import { knownRight } from './known-right.ts';
import { OwnQuestionForm } from './own-question-form.tsx';
import { ReadyQuestions } from './ready-questions.tsx';

interface QuestionDeskProps {
  readonly question: AskedQuestion | undefined;
  readonly people: ClassPeople;
  /** How often each question was asked before, by `questionKey`. */
  readonly rounds: ReadonlyMap<string, number>;
  readonly onAct: (act: ClassAct) => void;
}

/** What is asked now, with its answers as they come; else what can be asked. */
export function QuestionDesk({ question, people, rounds, onAct }: QuestionDeskProps) {
  const words = useWords(presenterWords).ask;
  const [isLive, setIsLive] = useState(false);
  const [isOwn, setIsOwn] = useState(false);
  const ask = (asked: ClassQuestion) => {
    onAct({ kind: 'ask', question: asked, isLive });
    setIsOwn(false);
  };
  return (
    <section className="ask" aria-label={words.title}>
      <h2 className="cap">{words.title}</h2>
      {question ? <Asked question={question} people={people} onAct={onAct} /> : undefined}
      {question ? undefined : (
        <>
          {isOwn ? (
            <OwnQuestionForm onAsk={ask} onCancel={() => setIsOwn(false)} />
          ) : (
            <>
              <ReadyQuestions rounds={rounds} onAsk={ask} />
              <button type="button" className="btn sm" onClick={() => setIsOwn(true)}>
                {words.own}
              </button>
            </>
          )}
          <label className="check">
            <input type="checkbox" checked={isLive} onChange={(event) => setIsLive(event.target.checked)} />
            {words.isLive}
          </label>
        </>
      )}
    </section>
  );
}

interface AskedProps {
  readonly question: AskedQuestion;
  readonly people: ClassPeople;
  readonly onAct: (act: ClassAct) => void;
}

function Asked({ question, people, onAct }: AskedProps) {
  const words = useWords(presenterWords).ask;
  const language = useSettings((settings) => settings.language);
  const { trace, length, cursor } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    cursor: state.cursor,
  }));
  const lab = useAskedLab(question.question);
  const text = inWords(question.question, lab, language)?.text ?? '';
  // The whole run is asked: once for what there is of it.
  const right = useMemo(
    () => (length >= 0 ? knownRight(question.question, lab, trace) : undefined),
    [question.question, lab, trace, length],
  );
  const isAhead = right?.step !== undefined && right.step > cursor;
  const learners = people.following + people.exploring;
  const isOpen = question.state === 'open';
  const isRevealed = question.state === 'revealed';
  return (
    <div className="asked">
      <p className="asked-state">
        <b>{words.state[question.state]}</b>
        {question.round > 1 ? <span>{words.round(question.round)}</span> : undefined}
        <span role="status">{words.answered(question.answered, Math.max(learners, question.answered))}</span>
      </p>
      <h3>{text}</h3>
      <Histogram
        label={text}
        bars={barsOf({
          asked: question,
          lab,
          language,
          right: right?.choice,
          words: {
            happened: isAhead ? words.willHappen(right.step) : words.happened,
            right: words.isRight,
            yours: '',
          },
        })}
        roundName={(round) => words.round(round + 1)}
      />
      {isRevealed || question.isLive ? undefined : <p className="aside">{words.hidden}</p>}
      <div className="acts">
        {isRevealed ? undefined : (
          <button type="button" className="btn ink sm" onClick={() => onAct({ kind: 'reveal' })}>
            {words.reveal}
          </button>
        )}
        {isOpen ? (
          <button type="button" className="btn sm" onClick={() => onAct({ kind: 'close-question' })}>
            {words.close}
          </button>
        ) : (
          <button type="button" className="btn sm" onClick={() => onAct({ kind: 'ask-again' })}>
            {words.again}
          </button>
        )}
        <button type="button" className="btn sm" onClick={() => onAct({ kind: 'dismiss' })}>
          {words.dismiss}
        </button>
      </div>
    </div>
  );
}

import type { AskedQuestion } from '@lockstep/lab';
import { useEffect, useId, useRef } from 'react';
import { useSettings } from '../settings/settings.ts';
import { askedWords } from '../words/asked-words.ts';
import { useWords } from '../words/use-words.ts';
import { barsOf, inWords, useAskedLab } from './asked.ts';
import { classSession } from './class-session.ts';
import { useClass } from './class-state.ts';
import { Histogram } from './histogram.tsx';

interface AnswerGateProps {
  readonly asked: AskedQuestion;
  readonly onLook: () => void;
}

/** The question of the class before its reveal, where the lab's own would stand. One tap answers. */
export function AnswerGate({ asked, onLook }: AnswerGateProps) {
  const words = useWords(askedWords);
  const language = useSettings((settings) => settings.language);
  const choice = useClass(({ me }) => me?.choice);
  const isAway = useClass(({ stage }) => stage === 'away');
  const learners = useClass(({ people }) => (people ? people.following + people.exploring : 0));
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const { number, round, state, question, answered } = asked;
  useEffect(() => heading.current?.focus({ preventScroll: true }), [number, round]);
  const lab = useAskedLab(question);
  const inOwnWords = inWords(question, lab, language);
  return (
    <div className="gate">
      <section className="gate-card" aria-labelledby={id}>
        <div className="cap">
          {words.question}
          {round > 1 ? <span className="gate-nth">{words.round(round)}</span> : undefined}
        </div>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {inOwnWords?.text ?? words.unknown}
        </h2>
        <div className="gate-choices">
          {inOwnWords?.choices.map((one, index) => (
            <button
              key={one.id}
              type="button"
              aria-pressed={one.id === choice}
              disabled={state !== 'open'}
              onClick={() => void classSession().act({ kind: 'answer', question: number, choice: one.id })}
            >
              <b aria-hidden="true">{String.fromCharCode(65 + index)}</b>
              <span>{one.text}</span>
              {one.id === choice ? <span className="histogram-note">{words.yours}</span> : undefined}
            </button>
          ))}
        </div>
        {asked.tallies.length > 0 && (choice !== undefined || state !== 'open') ? (
          <Histogram
            label={words.answers}
            bars={barsOf({ asked, lab, language, own: choice, words })}
            roundName={words.roundName}
          />
        ) : undefined}
        <p className="gate-foot" role="status">
          <span>
            {words.answered(answered, Math.max(learners, answered))}
            {' · '}
            {state !== 'open'
              ? words.closed
              : isAway
                ? words.away
                : choice === undefined
                  ? words.tap
                  : words.changeable}
          </span>
          <button type="button" className="tog" onClick={onLook}>
            {words.look}
          </button>
        </p>
      </section>
    </div>
  );
}

import { useState } from 'react';
import { askedWords } from '../words/asked-words.ts';
import { useWords } from '../words/use-words.ts';
import { AnswerGate } from './answer-gate.tsx';
import { goesAlong, useClass } from './class-state.ts';
import { QuestionCard } from './question-card.tsx';
import { TrialCard } from './trial-card.tsx';
import './over-stage.css';

/** What the class is asked and what it runs, over the picture of whoever is in it. */
export function OverStage() {
  const words = useWords(askedWords);
  const question = useClass((state) => state.question);
  const hasTrial = useClass(({ trial }) => trial !== undefined);
  const isDesk = useClass(({ me }) => me?.isDriver === true || me?.isOwner === true);
  const isAlong = useClass(goesAlong);
  const [lookedPast, setLookedPast] = useState<string>();
  if (!question && !hasTrial) return undefined;
  const key = question && `${question.number} ${question.round}`;
  const isAnswered = question !== undefined && question.state !== 'revealed' && !isDesk;
  const isGate = isAnswered && isAlong && lookedPast !== key;
  return (
    <>
      {question && isGate ? <AnswerGate asked={question} onLook={() => setLookedPast(key)} /> : undefined}
      <div className="over-stage">
        {question && isAnswered && isAlong && !isGate ? (
          <button type="button" className="btn sm" onClick={() => setLookedPast(undefined)}>
            {words.show}
          </button>
        ) : undefined}
        {question && !isAnswered ? <QuestionCard asked={question} isDesk={isDesk} /> : undefined}
        {hasTrial ? <TrialCard isDesk={isDesk} /> : undefined}
      </div>
    </>
  );
}

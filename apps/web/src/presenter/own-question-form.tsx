import type { ClassQuestion } from '@lockstep/lab';
import { useId, useState } from 'react';
import { presenterWords } from '../words/presenter-words.ts';
import { useWords } from '../words/use-words.ts';
import {
  emptyDraft,
  FEWEST_CHOICES,
  MOST_CHOICES,
  type OwnQuestionDraft,
  readOwnQuestion,
  withoutChoice,
} from './own-question.ts';

interface OwnQuestionFormProps {
  readonly onAsk: (question: ClassQuestion) => void;
  readonly onCancel: () => void;
}

/** A question made on the spot. What is wrong with it is said once it is to be asked, and then as it is mended. */
export function OwnQuestionForm({ onAsk, onCancel }: OwnQuestionFormProps) {
  const words = useWords(presenterWords).ask;
  const id = useId();
  const [draft, setDraft] = useState<OwnQuestionDraft>(emptyDraft);
  const [isTried, setIsTried] = useState(false);
  const read = readOwnQuestion(draft);
  const problem = isTried && 'problem' in read ? read.problem : undefined;
  const setChoice = (place: number, text: string) =>
    setDraft({ ...draft, choices: draft.choices.map((choice, index) => (index === place ? text : choice)) });
  return (
    <form
      className="own-question"
      aria-label={words.own}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if ('question' in read) onAsk(read.question);
      }}
    >
      <label className="cap" htmlFor={`${id}text`}>
        {words.text}
      </label>
      <textarea
        id={`${id}text`}
        rows={3}
        maxLength={240}
        value={draft.text}
        aria-invalid={problem === 'no-text' || problem === 'text-too-long'}
        aria-describedby={problem ? `${id}problem` : undefined}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
      />
      <ol>
        {draft.choices.map((choice, place) => (
          <li key={place}>
            <input
              type="text"
              aria-label={words.choice(place + 1)}
              placeholder={words.choice(place + 1)}
              maxLength={240}
              value={choice}
              onChange={(event) => setChoice(place, event.target.value)}
            />
            <label>
              <input
                type="radio"
                name={`${id}right`}
                aria-label={words.right(place + 1)}
                checked={draft.right === place}
                onChange={() => setDraft({ ...draft, right: place })}
              />
              {words.rightHead}
            </label>
            {draft.choices.length > FEWEST_CHOICES ? (
              <button
                type="button"
                className="tog"
                aria-label={words.removeChoice(place + 1)}
                onClick={() => setDraft(withoutChoice(draft, place))}
              >
                ✕
              </button>
            ) : undefined}
          </li>
        ))}
      </ol>
      <label className="check">
        <input
          type="radio"
          name={`${id}right`}
          checked={draft.right === undefined}
          onChange={() => setDraft({ ...draft, right: undefined })}
        />
        {words.noRight}
      </label>
      {problem ? (
        <p id={`${id}problem`} className="own-problem" role="alert">
          {words.problems[problem]}
        </p>
      ) : undefined}
      <div className="acts">
        <button type="submit" className="btn ink sm">
          {words.ask}
        </button>
        {draft.choices.length < MOST_CHOICES ? (
          <button
            type="button"
            className="btn sm"
            onClick={() => setDraft({ ...draft, choices: [...draft.choices, ''] })}
          >
            {words.addChoice}
          </button>
        ) : undefined}
        <button type="button" className="btn sm" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

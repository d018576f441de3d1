// A question that is made on the spot: what its form holds, and when that is a question.
import type { ClassQuestion } from '@lockstep/lab';

export const FEWEST_CHOICES = 2;
export const MOST_CHOICES = 6;
const LONGEST = 240;

export interface OwnQuestionDraft {
  readonly text: string;
  /** As they stand in the form; empty ones do not count. */
  readonly choices: readonly string[];
  /** Place in `choices`; undefined: none is right. */
  readonly right: number | undefined;
}

export type OwnQuestionProblem = 'no-text' | 'text-too-long' | 'too-few-choices' | 'choice-too-long' | 'same-choices';

export const emptyDraft: OwnQuestionDraft = { text: '', choices: ['', ''], right: undefined };

/** The question that the form makes, or the first thing that is wrong with it. */
export function readOwnQuestion({
  text,
  choices,
  right,
}: OwnQuestionDraft): { readonly question: ClassQuestion } | { readonly problem: OwnQuestionProblem } {
  const asked = text.trim();
  if (asked === '') return { problem: 'no-text' };
  if (asked.length > LONGEST) return { problem: 'text-too-long' };
  const kept = choices.map((choice, place) => ({ text: choice.trim(), place })).filter((one) => one.text !== '');
  if (kept.length < FEWEST_CHOICES) return { problem: 'too-few-choices' };
  if (kept.some((one) => one.text.length > LONGEST)) return { problem: 'choice-too-long' };
  if (new Set(kept.map((one) => one.text)).size < kept.length) return { problem: 'same-choices' };
  const rightIndex = kept.findIndex(({ place }) => place === right);
  return {
    question: {
      kind: 'own',
      text: asked,
      choices: kept.map((one) => one.text),
      ...(rightIndex < 0 ? {} : { right: rightIndex }),
    },
  };
}

/** The same draft without one of its choices. */
export function withoutChoice(draft: OwnQuestionDraft, place: number): OwnQuestionDraft {
  const { right } = draft;
  return {
    ...draft,
    choices: draft.choices.filter((_, index) => index !== place),
    right: right === undefined || right === place ? undefined : right > place ? right - 1 : right,
  };
}

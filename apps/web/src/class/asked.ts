// A question of the class in words: a lab's prediction speaks both languages, one that was made on the spot the
// language of its asker.
import type { AskedQuestion, ClassQuestion, Lab, Language, Prediction } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { useLab } from '../labs/lab-parts.ts';
import type { HistogramBar } from './histogram.tsx';

interface AskedInWords {
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  /** What makes the wrong answer tempting; said with the reveal. */
  readonly afterwards?: string;
}

/** The lab whose prediction is asked. Undefined: none is, or this copy of the labs does not have it. */
export function useAskedLab(question: ClassQuestion | undefined): Lab | undefined {
  return useLab(question?.kind === 'prediction' ? question.lab : undefined);
}

/**
 * @param lab see `useAskedLab`
 * @returns undefined: a prediction that this copy of the labs does not have.
 */
export function inWords(question: ClassQuestion, lab: Lab | undefined, language: Language): AskedInWords | undefined {
  if (question.kind === 'own') {
    return { text: question.text, choices: question.choices.map((text, index) => ({ id: String(index), text })) };
  }
  const prediction = predictionOf(question, lab);
  return (
    prediction && {
      text: prediction.question[language],
      choices: prediction.choices.map(({ id, text }) => ({ id, text: text[language] })),
      afterwards: prediction.afterwards[language],
    }
  );
}

export function predictionOf(question: ClassQuestion, lab: Lab | undefined): Prediction | undefined {
  if (question.kind === 'own') return undefined;
  return lab?.predictions.find(({ id }) => id === question.prediction);
}

/** The right choice: of a prediction what the run on screen showed, never more than that. Undefined: none, or not shown. */
export function rightChoice(
  question: ClassQuestion,
  lab: Lab | undefined,
  trace: Trace | undefined,
): string | undefined {
  if (question.kind === 'own') return question.right === undefined ? undefined : String(question.right);
  if (!trace || trace.header.lab !== question.lab) return undefined;
  const prediction = predictionOf(question, lab);
  return prediction?.modes.includes(trace.header.mode) ? prediction.answer(trace)?.choice : undefined;
}

interface BarsOfQuestion {
  readonly asked: AskedQuestion;
  /** See `useAskedLab`. */
  readonly lab: Lab | undefined;
  readonly language: Language;
  /** With the reveal; see `rightChoice`. */
  readonly right?: string | undefined;
  readonly own?: string | undefined;
  readonly words: { readonly happened: string; readonly right: string; readonly yours: string };
}

/** A bar a choice, with as many counts as there were rounds. */
export function barsOf({ asked, lab, language, right, own, words }: BarsOfQuestion): readonly HistogramBar[] {
  const { question, tallies } = asked;
  return (inWords(question, lab, language)?.choices ?? []).map(({ id, text }) => ({
    id,
    label: text,
    counts: tallies.length === 0 ? [0] : tallies.map((tally) => tally[id] ?? 0),
    tag: id !== right ? undefined : question.kind === 'own' ? words.right : words.happened,
    note: id === own ? words.yours : undefined,
  }));
}

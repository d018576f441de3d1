import type { ClassQuestion } from '@lockstep/lab';

/** Equal for equal questions. */
export function questionKey(question: ClassQuestion): string {
  return question.kind === 'prediction'
    ? `prediction ${question.lab} ${question.prediction}`
    : `own ${JSON.stringify([question.text, ...question.choices])}`;
}

import type { ClassQuestion, Lab } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { predictionOf } from '../class/asked.ts';

/** What whoever leads knows beforehand: the right choice, and of a prediction the step that will show it. */
export function knownRight(
  question: ClassQuestion,
  lab: Lab | undefined,
  trace: Trace | undefined,
): { readonly choice: string; readonly step: number | undefined } | undefined {
  if (question.kind === 'own')
    return question.right === undefined ? undefined : { choice: String(question.right), step: undefined };
  const prediction = predictionOf(question, lab);
  if (!trace || trace.header.lab !== question.lab || !prediction?.modes.includes(trace.header.mode)) return undefined;
  const shown = prediction.answer(trace);
  return shown && { choice: shown.choice, step: shown.seq + 1 };
}

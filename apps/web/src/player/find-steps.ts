import { type SentenceContext, sentenceOf } from '@lockstep/lab';

export interface FoundStep {
  readonly step: number;
  readonly sentence: string;
}

/** The first steps whose sentence contains all the words, whatever their case. */
export function findSteps(context: SentenceContext, text: string, most: number): readonly FoundStep[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: FoundStep[] = [];
  const { trace } = context;
  for (let seq = 0; seq < trace.length && found.length < most; seq++) {
    const sentence = sentenceOf(trace.event(seq), context);
    const lower = sentence.toLocaleLowerCase();
    if (words.every((word) => lower.includes(word))) found.push({ step: seq + 1, sentence });
  }
  return found;
}

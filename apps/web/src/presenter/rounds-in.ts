import type { ClassSummary } from '@lockstep/lab';
import { questionKey } from './question-key.ts';

/** How many rounds each question was asked so far. */
export function roundsIn(record: Pick<ClassSummary, 'questions'> | undefined): ReadonlyMap<string, number> {
  const rounds = new Map<string, number>();
  for (const { question, tallies } of record?.questions ?? []) {
    const key = questionKey(question);
    rounds.set(key, (rounds.get(key) ?? 0) + tallies.length);
  }
  return rounds;
}

import type { ClassFact } from '../class-facts.ts';
import { pictureKey } from '../state/shown.ts';

/**
 * The facts without the steps that the class was led through on the way: of shows of one run by one member in a row, the
 * first and the last are kept. Their fold is the same.
 */
export function withoutPassages(facts: readonly ClassFact[]): readonly ClassFact[] {
  return facts.filter((fact, index) => !(isSameShow(facts[index - 1], fact) && isSameShow(fact, facts[index + 1])));
}

/** Whether one member shows the same run in both. */
export function isSameShow(one: ClassFact | undefined, other: ClassFact | undefined): boolean {
  return (
    one?.kind === 'view.shown' &&
    other?.kind === 'view.shown' &&
    one.member === other.member &&
    pictureKey(one.view) === pictureKey(other.view)
  );
}

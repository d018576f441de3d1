// A class is the fold of its facts: no clock, no chance, no socket. Several servers may append at once, so a fact can come
// too late to be valid (an answer after the question was closed, a member after the class was locked); the order in the
// log decides, such a fact changes nothing, and everybody who reads the log agrees.
import type { ClassFact } from '../class-facts.ts';
import { createMembers, type Members } from './members.ts';
import { createQuestions, type Questions } from './questions.ts';
import { createShown, type Shown } from './shown.ts';
import { createTrials, type Trials } from './trials.ts';

export interface ClassState {
  /** Empty before the first fact. */
  readonly id: string;
  readonly code: string;
  readonly openedAt: number;
  readonly endedAt: number | undefined;
  /** Of the last fact that changed something. */
  readonly changedAt: number;
  readonly members: Members;
  readonly shown: Shown;
  readonly questions: Questions;
  readonly trials: Trials;
}

export interface ClassFold extends ClassState {
  /** Takes the next fact. @returns whether it changed anything. */
  apply(fact: ClassFact): boolean;
}

export function createClassState(): ClassFold {
  const members = createMembers();
  const shown = createShown();
  const questions = createQuestions();
  const trials = createTrials();
  let opened: { readonly class: string; readonly code: string; readonly at: number } | undefined;
  let endedAt: number | undefined;
  let changedAt = 0;
  const isMember = (id: string) => members.all.has(id);

  function change(fact: ClassFact): boolean {
    if (endedAt !== undefined || (opened === undefined) !== (fact.kind === 'class.opened')) return false;
    if (fact.kind === 'class.opened') opened = fact;
    if (fact.kind === 'class.ended') endedAt = fact.at;
    const ofMembers = members.apply(fact);
    // Whoever is not removed, as the owner never is, keeps answers and runs.
    if (fact.kind === 'member.removed' && !ofMembers) return false;
    const changes = [
      ofMembers,
      shown.apply(fact, members.driver),
      questions.apply(fact, isMember),
      trials.apply(fact, isMember),
    ];
    return fact.kind === 'class.ended' || changes.includes(true);
  }

  return {
    get id() {
      return opened?.class ?? '';
    },
    get code() {
      return opened?.code ?? '';
    },
    get openedAt() {
      return opened?.at ?? 0;
    },
    get endedAt() {
      return endedAt;
    },
    get changedAt() {
      return changedAt;
    },
    members,
    shown,
    questions,
    trials,
    apply(fact) {
      const hasChanged = change(fact);
      if (hasChanged) changedAt = fact.at;
      return hasChanged;
    },
  };
}

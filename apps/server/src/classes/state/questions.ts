// What was put to the class. A question is open for answers, closed, or revealed; asked again it has one round more, and
// the rounds before keep their answers. A member has at most one answer a round, the last one given while it was open.
import type { ClassQuestion } from '@lockstep/lab';
import type { ClassFact } from '../class-facts.ts';

/** Choices by member. */
export type Round = ReadonlyMap<string, string>;

export interface Question {
  /** From 1. */
  readonly number: number;
  readonly at: number;
  readonly question: ClassQuestion;
  readonly isLive: boolean;
  readonly state: 'open' | 'closed' | 'revealed';
  /** At least one. */
  readonly rounds: readonly Round[];
}

export interface Questions {
  /** What is put to the class now. */
  readonly current: Question | undefined;
  /** All that ever were, the current one included. */
  readonly all: readonly Question[];
}

export const MOST_QUESTIONS = 200;
export const MOST_ROUNDS = 10;

export interface QuestionsFold extends Questions {
  apply(fact: ClassFact, isMember: (id: string) => boolean): boolean;
}

interface Asked extends Question {
  state: Question['state'];
  readonly rounds: Map<string, string>[];
}

export function createQuestions(): QuestionsFold {
  const all: Asked[] = [];
  let current: Asked | undefined;

  function move(to: Question['state'], ...from: readonly Question['state'][]): boolean {
    if (!current || !from.includes(current.state)) return false;
    current.state = to;
    return true;
  }

  return {
    get current() {
      return current;
    },
    all,
    apply(fact, isMember) {
      switch (fact.kind) {
        case 'question.asked': {
          if (all.length >= MOST_QUESTIONS || !isWellMade(fact.question)) return false;
          move('closed', 'open');
          const { at, question, isLive } = fact;
          current = { number: all.length + 1, at, question, isLive, state: 'open', rounds: [new Map()] };
          all.push(current);
          return true;
        }
        case 'question.answered': {
          const { member, choice } = fact;
          if (!current || current.state !== 'open' || !isMember(member)) return false;
          if (current.number !== fact.question || current.rounds.length !== fact.round) return false;
          const round = current.rounds.at(-1);
          if (!round || round.get(member) === choice || !mayChoose(current.question, choice)) return false;
          round.set(member, choice);
          return true;
        }
        case 'question.closed':
          return move('closed', 'open');
        case 'question.revealed':
          return move('revealed', 'open', 'closed');
        case 'question.repeated':
          if (!current || current.rounds.length >= MOST_ROUNDS || !move('open', 'closed', 'revealed')) return false;
          current.rounds.push(new Map());
          return true;
        case 'question.dismissed': {
          if (!current) return false;
          move('closed', 'open');
          current = undefined;
          return true;
        }
        case 'member.removed': {
          // Whoever floods a class and is sent out takes their answers along.
          const taken = current?.rounds.filter((round) => round.delete(fact.member)) ?? [];
          return taken.length > 0;
        }
        default:
          return false;
      }
    },
  };
}

function isWellMade(question: ClassQuestion): boolean {
  return question.kind !== 'own' || question.right === undefined || question.right < question.choices.length;
}

/** Of a prediction only its lab knows the choices; they were checked before the answer was kept. */
function mayChoose(question: ClassQuestion, choice: string): boolean {
  return question.kind !== 'own' || (/^\d$/.test(choice) && Number(choice) < question.choices.length);
}

/** How many chose what; what nobody chose is not in it. */
export function tallyOf(round: Round): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const choice of round.values()) tally[choice] = (tally[choice] ?? 0) + 1;
  return tally;
}

import { assertNever } from '@lockstep/trace';
import type { ClassFact } from '../class-facts.ts';
import type { SharedPart } from './class-board.ts';

/** What of the news a fact changes. */
export interface Changes {
  readonly parts: readonly SharedPart[];
  /** Whose own part changes. */
  readonly members: 'none' | 'all' | readonly string[];
  /** It only moves a count, and may wait for others of its kind: hundreds answer within a second. */
  readonly isCount: boolean;
}

export function changesOf(fact: ClassFact): Changes {
  switch (fact.kind) {
    case 'class.opened':
    case 'class.ended':
    case 'member.removed':
      return { parts: ['view', 'people', 'question', 'trial', 'desk'], members: 'all', isCount: false };
    case 'class.locked':
      return { parts: ['people'], members: 'none', isCount: false };
    case 'member.joined':
      return { parts: ['people', 'desk'], members: [fact.member], isCount: true };
    case 'member.renamed':
      return { parts: ['people', 'desk'], members: [fact.member], isCount: false };
    case 'drive.requested':
    case 'drive.declined':
      return { parts: ['desk'], members: [fact.member], isCount: false };
    case 'drive.handed':
      return { parts: ['people', 'desk'], members: 'all', isCount: false };
    case 'view.shown':
      return { parts: ['view'], members: 'none', isCount: false };
    case 'question.asked':
    case 'question.repeated':
    case 'question.dismissed':
      return { parts: ['question', 'desk'], members: 'all', isCount: false };
    case 'question.closed':
    case 'question.revealed':
      return { parts: ['question'], members: 'none', isCount: false };
    case 'question.answered':
      return { parts: ['question', 'desk'], members: [fact.member], isCount: true };
    case 'trial.called':
    case 'trial.dismissed':
      return { parts: ['trial'], members: 'all', isCount: false };
    case 'trial.closed':
      return { parts: ['trial'], members: 'none', isCount: false };
    case 'trial.joined':
      return { parts: ['trial'], members: [fact.member], isCount: true };
    case 'trial.lost':
      return { parts: ['trial'], members: 'all', isCount: true };
    case 'trial.started':
    case 'trial.observed':
      return { parts: ['trial'], members: 'none', isCount: true };
    default:
      return assertNever(fact);
  }
}

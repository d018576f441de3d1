// The newest state of each part of a class's news, as a piece of JSON that is made once and shared by all who get it. A
// piece that is asked for again before its part has changed is the same string, so whoever compares what they have with
// what there is sends nothing twice.
import type { ClassState } from '../state/class-state.ts';
import { deskPart, hasDesk, mePart, peoplePart, questionPart, trialPart } from './news-parts.ts';
import type { Presence } from './presence.ts';

export type SharedPart = 'view' | 'people' | 'question' | 'trial' | 'desk';

export interface ClassBoard {
  /** What a member is to know: pieces such as `"people":{…}`, by part. */
  piecesFor(member: string): ReadonlyMap<string, string>;
  /** This part has changed. */
  wipe(part: SharedPart): void;
  /** Something has changed that concerns this member alone. */
  wipeMember(member: string): void;
  wipeAllMembers(): void;
}

export function createClassBoard(state: ClassState, presence: Presence): ClassBoard {
  const shared = new Map<string, string>();
  const own = new Map<string, string>();

  function keep(pieces: Map<string, string>, key: string, make: () => string): string {
    const known = pieces.get(key);
    if (known !== undefined) return known;
    const piece = make();
    pieces.set(key, piece);
    return piece;
  }

  function viewPiece(): string {
    const { view, by } = state.shown;
    return view ? `${piece('view', view)},${piece('shownBy', by)}` : '';
  }

  return {
    piecesFor(member) {
      if (!state.members.all.has(member)) return new Map([['over', piece('over', 'removed')]]);
      if (state.endedAt !== undefined) return new Map([['over', piece('over', 'ended')]]);
      const isForDesk = hasDesk(state.members, member);
      const pieces = new Map([
        ['view', keep(shared, 'view', viewPiece)],
        ['people', keep(shared, 'people', () => piece('people', peoplePart(state, presence)))],
        [
          'question',
          keep(shared, isForDesk ? 'question' : 'hidden question', () =>
            piece('question', questionPart(state, isForDesk)),
          ),
        ],
        ['trial', keep(shared, 'trial', () => piece('trial', trialPart(state)))],
        ['me', keep(own, member, () => piece('me', mePart(state, member)))],
      ]);
      if (isForDesk)
        pieces.set(
          'desk',
          keep(shared, 'desk', () => piece('desk', deskPart(state, presence))),
        );
      if (pieces.get('view') === '') pieces.delete('view');
      return pieces;
    },
    wipe(part) {
      shared.delete(part);
      if (part === 'question') shared.delete('hidden question');
    },
    wipeMember: (member) => void own.delete(member),
    wipeAllMembers: () => own.clear(),
  };
}

function piece(name: string, value: unknown): string {
  return `${JSON.stringify(name)}:${JSON.stringify(value)}`;
}

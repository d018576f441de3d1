// What this window knows of the class it is in. One for the page, outside of React: the class goes on while its reader
// walks from lab to lab. All of it is told by the server, but for whether this window follows.
import type {
  AskedQuestion,
  ClassDesk,
  ClassNews,
  ClassPeople,
  ClassSelf,
  ClassView,
  Farewell,
  Trial,
} from '@lockstep/lab';
import { create } from 'zustand';
import type { AnyRefusal } from '../live/connection.ts';

/** A member's place in a class. Whoever has the token is this member. */
export interface ClassPlace {
  readonly class: string;
  readonly code: string;
  readonly member: string;
  readonly token: string;
}

export interface ClassState {
  /** `away`: was in, has lost the line, and comes back by itself. `over` and `refused` last until they are dismissed. */
  readonly stage: 'none' | 'entering' | 'in' | 'away' | 'over' | 'refused';
  /** With `refused`: why. */
  readonly refusal: AnyRefusal | undefined;
  /** With `over`: ended by its owner, or this member was removed. */
  readonly ending: ClassNews['over'];
  /** With `away`: what the server said before it ended the connection. */
  readonly farewell: Farewell['code'] | undefined;
  readonly place: ClassPlace | undefined;

  readonly me: ClassSelf | undefined;
  readonly people: ClassPeople | undefined;
  /** What is asked; undefined: nothing. */
  readonly question: AskedQuestion | undefined;
  readonly trial: Trial | undefined;
  readonly desk: ClassDesk | undefined;
  readonly view: ClassView | undefined;
  /** The connection that showed the view. */
  readonly shownBy: string | undefined;
  /** Whether this window goes along with what is shown. The driver's windows always do. */
  readonly isFollowing: boolean;
  /** The code, the QR and the ways to the other windows are on screen, as they are when a class has just been opened. */
  readonly isSheetOpen: boolean;
}

const told = {
  me: undefined,
  people: undefined,
  question: undefined,
  trial: undefined,
  desk: undefined,
  view: undefined,
  shownBy: undefined,
} as const;

export const noClass: ClassState = {
  stage: 'none',
  refusal: undefined,
  ending: undefined,
  farewell: undefined,
  place: undefined,
  ...told,
  isFollowing: true,
  isSheetOpen: false,
};

export const useClass = create<ClassState>()(() => noClass);

/** What the news change. Each part is told whole, so that only its newest counts; what is not told stays. */
export function afterNews(state: ClassState, news: ClassNews): Partial<ClassState> {
  if (state.place !== undefined && news.class !== state.place.class) return {};
  if (news.over) return { ...told, stage: 'over', ending: news.over };
  if (state.stage === 'over' || state.stage === 'none') return {};
  const { me, people, desk, view, question, trial } = news;
  const isOffDesk = me !== undefined && !me.isOwner && !me.isDriver;
  return {
    ...(me ? { me, ...(me.isDriver ? { isFollowing: true } : {}) } : {}),
    ...(people ? { people } : {}),
    ...(desk ? { desk } : isOffDesk ? { desk: undefined } : {}),
    ...(view ? { view, shownBy: news.shownBy } : {}),
    ...(question ? { question: question.state === 'none' ? undefined : question } : {}),
    ...(trial ? { trial: trial.state === 'none' ? undefined : trial } : {}),
  };
}

/** Whether this window is a member's, here or just away. */
export function isInClass({ stage }: ClassState): boolean {
  return stage === 'in' || stage === 'away';
}

/** Whether this window does what the class sees: it follows, or it is another window of whoever drives. */
export function goesAlong(state: ClassState): boolean {
  return isInClass(state) && (state.isFollowing || state.me?.isDriver === true);
}

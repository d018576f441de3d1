import { tabsClass, tabsFollowing } from './kept-places.ts';

/** A tab that was in a class when it was reloaded is in it again. */
export function returnToClass(): void {
  const classId = tabsClass();
  if (classId === undefined) return;
  // As if the class had brought it here: what it sees goes before what the address says.
  history.replaceState({ ...(history.state as object | null), class: true }, '');
  void import('./class-session.ts').then(({ classSession }) => classSession().enter(classId, tabsFollowing()));
}

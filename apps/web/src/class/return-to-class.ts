import { tabsClass, tabsFollowing } from './kept-places.ts';

/** A tab that was in a class when it was reloaded is in it again. */
export function returnToClass(): void {
  const classId = tabsClass();
  if (classId === undefined) return;
  void import('./class-session.ts').then(({ classSession }) => classSession().enter(classId, tabsFollowing()));
}

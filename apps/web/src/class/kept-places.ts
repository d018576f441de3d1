// Places in classes, kept in the browser, so that a closed tab, a phone that slept, or a second window is the same
// member. A tab that is in a class comes back by itself when it is reloaded; any other is offered the newest.
import { remember, remembered } from '../settings/remembered.ts';
import type { ClassPlace } from './class-state.ts';

interface KeptPlace extends ClassPlace {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The class has ended: its token is good for the summary only. */
  readonly isOver?: boolean;
}

const KEY = 'classes';
const TAB_KEY = 'lockstep.class';
const MOST = 8;
/** Nobody is offered yesterday's class. */
const OFFERED_FOR_MS = 12 * 3600 * 1000;

/** The newest first. */
function keptPlaces(): readonly KeptPlace[] {
  try {
    const kept: unknown = JSON.parse(remembered(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(place: Partial<KeptPlace> | undefined): place is KeptPlace {
  return (
    typeof place?.class === 'string' &&
    typeof place.code === 'string' &&
    typeof place.member === 'string' &&
    typeof place.token === 'string' &&
    typeof place.at === 'number'
  );
}

export function keepPlace(place: ClassPlace): void {
  const others = keptPlaces().filter((one) => one.class !== place.class);
  remember(KEY, JSON.stringify([{ ...place, at: Date.now() }, ...others].slice(0, MOST)));
  setTabsClass(place.class);
}

/** The class has ended; whoever was in it may still look back. */
export function keepAsOver(classId: string): void {
  remember(KEY, JSON.stringify(keptPlaces().map((one) => (one.class === classId ? { ...one, isOver: true } : one))));
  if (tabsClass() === classId) setTabsClass(undefined);
}

/** This member does not exist any more. */
export function forgetPlace(classId: string): void {
  remember(KEY, JSON.stringify(keptPlaces().filter((one) => one.class !== classId)));
  if (tabsClass() === classId) setTabsClass(undefined);
}

/** Of this class or with this code; else the newest. */
export function keptPlace(
  which: { readonly class: string } | { readonly code: string } | undefined,
): ClassPlace | undefined {
  const kept = keptPlaces();
  if (!which) return kept[0];
  return kept.find((one) => ('class' in which ? one.class === which.class : one.code === which.code));
}

/** The class that is offered to whoever comes back; undefined: none, or too long ago. */
export function offeredPlace(): ClassPlace | undefined {
  const newest = keptPlaces().find(({ isOver }) => !isOver);
  return newest && Date.now() - newest.at < OFFERED_FOR_MS ? newest : undefined;
}

/** The class that this tab is in. */
export function tabsClass(): string | undefined {
  try {
    return sessionStorage.getItem(TAB_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

export function setTabsClass(classId: string | undefined): void {
  try {
    if (classId === undefined) sessionStorage.removeItem(TAB_KEY);
    else sessionStorage.setItem(TAB_KEY, classId);
  } catch {
    // Where storage is forbidden a reload has to join anew.
  }
}

const ALONE_KEY = 'lockstep.class-alone';

/** Whether whoever reloads this tab follows again, or goes on by themselves. */
export function tabsFollowing(): boolean {
  try {
    return sessionStorage.getItem(ALONE_KEY) === null;
  } catch {
    return true;
  }
}

export function setTabsFollowing(isFollowing: boolean): void {
  try {
    if (isFollowing) sessionStorage.removeItem(ALONE_KEY);
    else sessionStorage.setItem(ALONE_KEY, '');
  } catch {
    // See above.
  }
}

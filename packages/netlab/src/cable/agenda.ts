// What is going to happen on the cable, each at its time; what is due at the same time happens in the order in which it
// was put down.

interface Entry {
  readonly dueUs: number;
  readonly happen: () => void;
  /** Not now, though it is due; others need not wait for it. */
  readonly isBlocked: () => boolean;
}

export interface Agenda {
  add(dueUs: number, happen: () => void, isBlocked?: () => boolean): void;
  /** Lets the first thing happen that is due and not blocked. False: there is none. */
  next(nowUs: number): boolean;
  /** When the first thing will be due that is not due yet. */
  nextUs(nowUs: number): number | undefined;
  readonly isEmpty: boolean;
}

export function createAgenda(): Agenda {
  const entries: Entry[] = [];
  return {
    get isEmpty() {
      return entries.length === 0;
    },
    add(dueUs, happen, isBlocked = () => false) {
      const before = entries.findLastIndex((entry) => entry.dueUs <= dueUs);
      entries.splice(before + 1, 0, { dueUs, happen, isBlocked });
    },
    next(nowUs) {
      const index = entries.findIndex((entry) => entry.dueUs > nowUs || !entry.isBlocked());
      const entry = entries[index];
      if (!entry || entry.dueUs > nowUs) return false;
      entries.splice(index, 1);
      entry.happen();
      return true;
    },
    nextUs: (nowUs) => entries.find(({ dueUs }) => dueUs > nowUs)?.dueUs,
  };
}

// What the class sees now, and which runs it has seen.
import type { ClassView } from '@lockstep/lab';
import type { ClassFact } from '../class-facts.ts';

/** A run, or the golden recording of a mode, that the class was shown. */
export interface Picture {
  /** When it was shown first. */
  readonly at: number;
  readonly lab: string;
  readonly mode: ClassView['mode'];
  readonly run?: string;
}

export interface Shown {
  readonly view: ClassView | undefined;
  /** The connection that showed it. */
  readonly by: string | undefined;
  readonly pictures: readonly Picture[];
}

const MOST_PICTURES = 500;

export interface ShownFold extends Shown {
  apply(fact: ClassFact, driver: string): boolean;
}

export function createShown(): ShownFold {
  const pictures = new Map<string, Picture>();
  let view: ClassView | undefined;
  let by: string | undefined;
  return {
    get view() {
      return view;
    },
    get by() {
      return by;
    },
    get pictures() {
      return [...pictures.values()];
    },
    apply(fact, driver) {
      if (fact.kind !== 'view.shown' || fact.member !== driver) return false;
      ({ view, by } = fact);
      const { lab, mode, run } = fact.view;
      const key = pictureKey(fact.view);
      if (!pictures.has(key) && pictures.size < MOST_PICTURES)
        pictures.set(key, { at: fact.at, lab, mode, ...(run !== undefined && { run }) });
      return true;
    },
  };
}

/** Equal for views of the same run, wherever in it. */
export function pictureKey({ lab, mode, run }: Pick<ClassView, 'lab' | 'mode' | 'run'>): string {
  return JSON.stringify([lab, mode, run]);
}

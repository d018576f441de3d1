import { assertNever, type KnobValues } from '@lockstep/trace';
import { programUrl, startJob } from '#platform';
import {
  SEARCH_LIMITS,
  type SearchBy,
  type SearchLimits,
  type SearchVerdict,
  type TriedSchedule,
} from './search-program.ts';
import type { StateSpace } from './state-space.ts';

/** How far a search has come, and how fast. */
export interface SearchProgress {
  readonly tried: number;
  readonly pruned: number;
  readonly depth: number;
  /** Schedules tried per second, so far. */
  readonly perSecond: number;
}

/** What the searching thread is told, */
export interface SearchTask {
  readonly programUrl: string;
  readonly knobs: KnobValues;
  readonly by: SearchBy;
  readonly limits: SearchLimits;
}

/** and what it tells. */
export type SearchMessage =
  | { readonly kind: 'tried'; readonly schedules: readonly TriedSchedule[] }
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'space'; readonly space: StateSpace }
  | { readonly kind: 'verdict'; readonly verdict: SearchVerdict };

/** Which program to search, and whom to tell on the way. */
export interface SearchOptions {
  readonly directory: string;
  readonly program: string;
  readonly knobs: KnobValues;
  /** Absent: `dpor`. */
  readonly by?: SearchBy;
  readonly limits?: SearchLimits;
  readonly onTried?: (schedules: readonly TriedSchedule[]) => void;
  /** Some times a second. */
  readonly onProgress?: (progress: SearchProgress) => void;
  /** All states, just before the verdict, if they are few. */
  readonly onSpace?: (space: StateSpace) => void;
}

/** A search under way. */
export interface Search {
  /** Rejects when the program throws. Undefined: it was cancelled. */
  readonly verdict: Promise<SearchVerdict | undefined>;
  readonly cancel: () => void;
}

/** Looks for a schedule that breaks a program, on the virtual machine, in a worker thread that is gone afterwards. */
export function startSearch(options: SearchOptions): Search {
  const { directory, program, knobs, by = 'dpor', limits = SEARCH_LIMITS, onTried, onProgress, onSpace } = options;
  const task: SearchTask = { programUrl: programUrl(directory, program), knobs, by, limits };
  const worker = startJob({ kind: 'search', task });
  let settle: (verdict: SearchVerdict | undefined) => void;
  const verdict = new Promise<SearchVerdict | undefined>((resolve, reject) => {
    settle = (found) => void worker.terminate().then(() => resolve(found));
    worker.onError(reject);
    worker.onMessage((raw) => {
      const message = raw as SearchMessage;
      switch (message.kind) {
        case 'tried':
          return onTried?.(message.schedules);
        case 'progress':
          return onProgress?.(message.progress);
        case 'space':
          return onSpace?.(message.space);
        case 'verdict':
          return settle(message.verdict);
        default:
          return assertNever(message);
      }
    });
  });
  return { verdict, cancel: () => settle(undefined) };
}

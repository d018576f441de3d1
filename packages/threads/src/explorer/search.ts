import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertNever, type KnobValues } from '@lockstep/trace';
import { startWorker } from '../start-worker.ts';
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
  const task: SearchTask = { programUrl: pathToFileURL(join(directory, program)).href, knobs, by, limits };
  const worker = startWorker(import.meta.url, './search.worker', { workerData: task });
  const verdict = new Promise<SearchVerdict | undefined>((resolve, reject) => {
    let found: SearchVerdict | undefined;
    worker.on('message', (message: SearchMessage) => {
      switch (message.kind) {
        case 'tried':
          return onTried?.(message.schedules);
        case 'progress':
          return onProgress?.(message.progress);
        case 'space':
          return onSpace?.(message.space);
        case 'verdict':
          found = message.verdict;
          return;
        default:
          return assertNever(message);
      }
    });
    worker.once('error', reject);
    worker.once('exit', () => resolve(found));
  });
  return { verdict, cancel: () => void worker.terminate() };
}

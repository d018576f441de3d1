import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { KnobValues } from '@lockstep/trace';
import { startWorker } from '../start-worker.ts';

/** Where a search stops without an answer. */
export interface SearchLimits {
  readonly maxSchedules: number;
  readonly maxSteps: number;
  readonly maxMs: number;
  /** Schedules reported one by one; the bug is always reported. */
  readonly maxShown: number;
}

/** Keeps a search in seconds, and its report readable. */
export const SEARCH_LIMITS: SearchLimits = { maxSchedules: 1_000_000, maxSteps: 1000, maxMs: 10_000, maxShown: 500 };

/** A schedule that was run to its end, and what it came to. */
export interface TriedSchedule {
  /** From 1. */
  readonly number: number;
  /** Thread numbers from 1. */
  readonly schedule: readonly number[];
  readonly value: string;
  readonly expected: boolean;
}

/** `proof`: no schedule at all goes wrong. `bounded`: none of those tried did, and a limit was reached. */
export type SearchVerdict =
  | { readonly kind: 'bug'; readonly schedule: readonly number[]; readonly tried: number; readonly pruned: number }
  | { readonly kind: 'proof' | 'bounded'; readonly tried: number; readonly pruned: number };

export interface SearchTask {
  readonly programUrl: string;
  readonly knobs: KnobValues;
  readonly limits: SearchLimits;
}

export type SearchMessage = { readonly tried: readonly TriedSchedule[] } | { readonly verdict: SearchVerdict };

/** Which program to search, and whom to tell on the way. */
export interface SearchOptions {
  readonly directory: string;
  readonly program: string;
  readonly knobs: KnobValues;
  readonly limits?: SearchLimits;
  readonly onTried?: (schedules: readonly TriedSchedule[]) => void;
}

/** A search under way. */
export interface Search {
  /** Rejects when the program throws. Undefined: it was cancelled. */
  readonly verdict: Promise<SearchVerdict | undefined>;
  readonly cancel: () => void;
}

/** The stack holds one frame for each step of the schedule being tried. */
const STACK_MB = 16;

/** Looks for a schedule that breaks a program, on the virtual machine, in a worker thread that is gone afterwards. */
export function startSearch(options: SearchOptions): Search {
  const { directory, program, knobs, limits = SEARCH_LIMITS, onTried } = options;
  const task: SearchTask = { programUrl: pathToFileURL(join(directory, program)).href, knobs, limits };
  const worker = startWorker(import.meta.url, './search.worker', {
    workerData: task,
    resourceLimits: { stackSizeMb: STACK_MB },
  });
  const verdict = new Promise<SearchVerdict | undefined>((resolve, reject) => {
    let found: SearchVerdict | undefined;
    worker.on('message', (message: SearchMessage) => {
      if ('verdict' in message) found = message.verdict;
      else onTried?.(message.tried);
    });
    worker.once('error', reject);
    worker.once('exit', () => resolve(found));
  });
  return { verdict, cancel: () => void worker.terminate() };
}

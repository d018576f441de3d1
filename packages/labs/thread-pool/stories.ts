// How many jobs and threads each story has: the actors, the scenario and the questions all ask for it.
import type { KnobValues, Mode } from '@lockstep/trace';

/** What main does, by the knob `story`. */
export type Story = 'results' | 'life' | 'completed' | 'map' | 'first' | 'nested';

export interface Size {
  readonly story: Story;
  /** Jobs that are submitted, by whomever. */
  readonly jobs: number;
  /** The pool's `max_workers`. */
  readonly workers: number;
}

/** Seconds that the jobs of a small story take; in a search two of them show all. */
export const SECONDS: readonly number[] = [3, 2, 4];
/** Pages of the story `nested`; each needs an image. */
export const PAGES = 2;

export function sizeOf(values: KnobValues, mode: Mode): Size {
  const story = values['story'] as Story;
  const isSmall = mode === 'stepped' || mode === 'search';
  const isLongSearch = mode === 'search' && story === 'life';
  const workers = isLongSearch ? 1 : Number(values[isSmall ? 'workers' : 'manyWorkers']);
  return { story, jobs: jobsOf(values, story, mode), workers };
}

function jobsOf(values: KnobValues, story: Story, mode: Mode): number {
  if (story === 'nested') return values['images'] === 'itself' ? PAGES : 2 * PAGES;
  if (story === 'life' || (story !== 'results' && mode !== 'search')) return SECONDS.length;
  return { free: Number(values['manyJobs']), batch: 12, stepped: 4, search: 2 }[mode];
}

/** Threads that can ever be started: one for each job at most. */
export function threadsOf({ jobs, workers }: Size): number {
  return Math.min(jobs, workers);
}

// Orders of steps that show an effect every time.
import { parseSchedule } from '@lockstep/trace';

/** Thread 1 fills the queue, is refused twice and waits; then thread 2 takes all there is, and is refused twice. */
export const FULL_THEN_EMPTY = parseSchedule('111111 11 11 2 1 222222 22 22');

/** One item, two threads: both look and see it, then both take. Main is 0. */
export const BOTH_LOOK = parseSchedule('000 11 22 1 2 111 22');

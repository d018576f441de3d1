// Orders of steps that show an effect every time. Thread 0 is main, 1 and 2 bake, 3 and 4 eat; three buns each, two places.
// Both begin alike: all are started, and the consumers find the queue empty.
import { parseSchedule } from '@lockstep/trace';

/** A bakes all its buns and puts both pills before B has put anything. Then B fills the queue, and nobody is there to eat. */
export const POISONED_EARLY = parseSchedule('000034 12131443133 1110 3344 22');

/** A's buns are done before B has begun: no task is unfinished, and join() returns. B's buns come after that. */
export const JOINED_EARLY = parseSchedule('000034 11133113444333 1 000 222322');

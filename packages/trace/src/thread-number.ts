// How people name threads: `t3` is thread 3, and main, where it takes part in the schedule, is 0. In a link or under a
// finger a thread is one character: 0 to 9, then a for 10.
const BASE = 36;

/** The number of a thread from its actor id; undefined for an actor that is none. */
export function threadNumber(actor: string): number | undefined {
  if (actor === 'main') return 0;
  const match = /^t([1-9]\d*)$/.exec(actor);
  return match ? Number(match[1]) : undefined;
}

/** The actor id of the thread with this number. */
export function threadActor(number: number): string {
  return number === 0 ? 'main' : `t${number}`;
}

/**
 * A schedule as text, one character an operation.
 * @example formatSchedule([0, 1, 10]) // '01a'
 */
export function formatSchedule(schedule: readonly number[]): string {
  return schedule.map((thread) => thread.toString(BASE)).join('');
}

/** Reads such a text; characters that name no thread are left out. */
export function parseSchedule(text: string): readonly number[] {
  return [...text.toLowerCase()]
    .filter((character) => /[0-9a-z]/.test(character))
    .map((digit) => parseInt(digit, BASE));
}

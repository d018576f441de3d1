// Who waits inside an object, in the order in which they came: one word a thread. It is the place in the line from 1,
// 0 for who does not wait, and CALLED for who may go on but has not yet. Places move up, so that the same line is
// always the same words.
const CALLED = -1;

/** Puts a thread at the end of the line. Returns how many wait now. */
export function lineUp(words: Int32Array, at: number, threads: number, thread: number): number {
  const waiting = countWaiting(words, at, threads);
  words[at + thread] = waiting + 1;
  return waiting + 1;
}

/** Calls the first `n` of the line. Returns them as bits. */
export function callFirst(words: Int32Array, at: number, threads: number, n: number): number {
  let called = 0;
  for (let thread = 0; thread < threads; thread++) {
    const place = words[at + thread] as number;
    if (place <= 0) continue;
    if (place <= n) {
      words[at + thread] = CALLED;
      called |= 1 << thread;
    } else words[at + thread] = place - n;
  }
  return called;
}

export function isCalled(words: Int32Array, at: number, thread: number): boolean {
  return words[at + thread] === CALLED;
}

/** Takes a thread out of the line, wherever it stands; those behind it move up. */
export function stepOut(words: Int32Array, at: number, threads: number, thread: number): void {
  const place = words[at + thread] as number;
  words[at + thread] = 0;
  if (place <= 0) return;
  for (let other = 0; other < threads; other++) {
    const behind = words[at + other] as number;
    if (behind > place) words[at + other] = behind - 1;
  }
}

export function countWaiting(words: Int32Array, at: number, threads: number): number {
  let waiting = 0;
  for (let thread = 0; thread < threads; thread++) if ((words[at + thread] as number) > 0) waiting++;
  return waiting;
}

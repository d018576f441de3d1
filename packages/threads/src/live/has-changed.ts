import { letOthersGo } from '#platform';

/** How long a thread without `waitAsync` sleeps before others get their turn. */
const NAP_MS = 4;

/**
 * Waits until the word is another one, and somebody has told so. False: it did not happen in time. Without
 * `Atomics.waitAsync`, which browsers got late (Firefox 145), short sleeps do; such a thread must be no page's main one.
 */
export async function hasChanged(words: Int32Array, index: number, seen: number, timeoutMs: number): Promise<boolean> {
  if (typeof Atomics.waitAsync === 'function') {
    const wait = Atomics.waitAsync(words, index, seen, timeoutMs);
    return !wait.async || (await wait.value) !== 'timed-out';
  }
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += NAP_MS) {
    if (Atomics.wait(words, index, seen, NAP_MS) !== 'timed-out') return true;
    await letOthersGo();
  }
  return false;
}

/**
 * A limit on a rate: `burst` at once, and then `perSecond`.
 * @param nowMs a clock that only goes forward
 * @param burst as many as in a second, by default
 * @returns a function that is asked before each act and says whether it may be done
 */
export function createTokenBucket(
  perSecond: number,
  nowMs: () => number = () => performance.now(),
  burst = perSecond,
): () => boolean {
  let tokens = burst;
  let filledAtMs = nowMs();
  return () => {
    const now = nowMs();
    tokens = Math.min(burst, tokens + ((now - filledAtMs) / 1000) * perSecond);
    filledAtMs = now;
    if (tokens < 1) return false;
    tokens--;
    return true;
  };
}

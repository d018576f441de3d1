/**
 * A limit on a rate: `perSecond` at once, and as many again each second.
 * @param nowMs a clock that only goes forward
 * @returns a function that is asked before each act and says whether it may be done
 */
export function createTokenBucket(perSecond: number, nowMs: () => number = () => performance.now()): () => boolean {
  let tokens = perSecond;
  let filledAtMs = nowMs();
  return () => {
    const now = nowMs();
    tokens = Math.min(perSecond, tokens + ((now - filledAtMs) / 1000) * perSecond);
    filledAtMs = now;
    if (tokens < 1) return false;
    tokens--;
    return true;
  };
}

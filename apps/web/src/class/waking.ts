const LOOKS_EVERY_MS = 4000;
/** Clocks that stood still this long stood still because the machine slept. */
const SLEPT_FOR_MS = 12_000;

/** Calls when the page is looked at again, the network is back, or the machine has slept. Returns what ends it. */
export function watchForWaking(onWake: () => void): () => void {
  let seenMs = Date.now();
  const timer = setInterval(() => {
    const sleptMs = Date.now() - seenMs;
    seenMs = Date.now();
    // A page in the background is looked at so rarely that this says nothing.
    if (sleptMs > SLEPT_FOR_MS && !document.hidden) onWake();
  }, LOOKS_EVERY_MS);
  const onVisible = (): void => {
    if (!document.hidden) onWake();
  };
  document.addEventListener('visibilitychange', onVisible);
  addEventListener('online', onWake);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onVisible);
    removeEventListener('online', onWake);
  };
}

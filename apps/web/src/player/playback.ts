// The one clock of the page: while the player plays, each frame asks whether the next event is due. A page that was
// hidden does not catch up.
import { tick } from './moves.ts';
import type { Player } from './player.ts';

/** Returns what stops it. */
export function startPlayback(player: Player): () => void {
  let pending = 0;
  let lastMs: number | undefined;

  function onFrame(nowMs: number): void {
    pending = 0;
    const { playing, delayMs } = player.store.getState();
    if (!playing) return;
    if (nowMs - (lastMs ?? nowMs) >= delayMs) {
      lastMs = nowMs;
      player.move(tick);
    }
    lastMs ??= nowMs;
    request();
  }

  function request(): void {
    if (pending === 0) pending = requestAnimationFrame(onFrame);
  }

  const unsubscribe = player.store.subscribe(({ playing }, before) => {
    if (playing && !before.playing) {
      lastMs = undefined;
      request();
    }
  });
  return () => {
    unsubscribe();
    cancelAnimationFrame(pending);
  };
}

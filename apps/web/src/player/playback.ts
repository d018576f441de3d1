// While the player plays, each frame asks whether the next event is due. A page that was hidden does not catch up.
import { inNextFrame, notInNextFrame } from '../frames/in-next-frame.ts';
import { tick } from './moves.ts';
import type { Player } from './player.ts';

/** Returns what stops it. */
export function startPlayback(player: Player): () => void {
  let lastMs: number | undefined;

  function onFrame(nowMs: number): void {
    const { playing, delayMs } = player.store.getState();
    if (!playing) return;
    if (nowMs - (lastMs ?? nowMs) >= delayMs) {
      lastMs = nowMs;
      player.move(tick);
    }
    lastMs ??= nowMs;
    inNextFrame(onFrame);
  }

  const unsubscribe = player.store.subscribe(({ playing }, before) => {
    if (playing && !before.playing) {
      lastMs = undefined;
      inNextFrame(onFrame);
    }
  });
  return () => {
    unsubscribe();
    notInNextFrame(onFrame);
  };
}

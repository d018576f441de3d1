import type { PlayerState } from '../player/player-state.ts';

/**
 * Whether the reader did something of their own between two states of the player, rather than that a run grew or ended.
 * What comes with another trace is judged by whose run it is, not here.
 */
export function isOwnMove(before: PlayerState, after: PlayerState): boolean {
  if (after.waiting === 'run' && before.waiting !== 'run') return true;
  if (after.trace !== before.trace) return false;
  if (after.playing && !before.playing) return true;
  if (after.cursor !== before.cursor && !(before.pinned && after.length !== before.length)) return true;
  return (
    after.selection !== before.selection ||
    after.spacing !== before.spacing ||
    after.relative !== before.relative ||
    after.sources !== before.sources ||
    after.form !== before.form ||
    after.mode !== before.mode
  );
}

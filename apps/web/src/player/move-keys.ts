import * as moves from './moves.ts';
import { rangeFrom, rangeTo } from './play-range.ts';
import type { Player } from './player.ts';

/** The keys that go from step to step, on every page that has a player. */
export function moveKeys(player: Player): Record<string, () => void> {
  const move = (change: Parameters<Player['move']>[0]) => () => player.move(change);
  return {
    Space: move(moves.togglePlaying),
    ArrowRight: move(moves.forward),
    ArrowLeft: move(moves.back),
    PageDown: move(moves.forward),
    PageUp: move(moves.back),
    Home: move(moves.first),
    End: move(moves.last),
    'Shift+ArrowRight': move(moves.nextOfSelected),
    'Shift+ArrowLeft': move(moves.previousOfSelected),
    '[': move(moves.toCause),
    ']': move(moves.toEffect),
    i: move(rangeFrom),
    o: move(rangeTo),
    '-': () => player.changeSpeed(false),
    '+': () => player.changeSpeed(true),
    'Shift++': () => player.changeSpeed(true),
    '=': () => player.changeSpeed(true),
    t: move(moves.toggleSpacing),
  };
}

import type { Pair } from './create-pair.ts';
import * as moves from './pair-state.ts';

/** As on the page of one run; `m` goes to where both meet, `=` puts them side by side again. */
export function pairKeys(pair: Pair): Record<string, () => void> {
  const move = (change: Parameters<Pair['move']>[0]) => () => pair.move(change);
  return {
    Space: move(moves.togglePlaying),
    ArrowRight: move(moves.forward),
    ArrowLeft: move(moves.back),
    PageDown: move(moves.forward),
    PageUp: move(moves.back),
    Home: move(moves.first),
    End: move(moves.last),
    '+': move((state) => moves.changeSpeed(state, true)),
    'Shift++': move((state) => moves.changeSpeed(state, true)),
    '-': move((state) => moves.changeSpeed(state, false)),
    m: move(moves.toMeeting),
    '=': move(moves.realign),
  };
}

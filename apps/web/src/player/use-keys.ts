import { formatSchedule, parseSchedule } from '@lockstep/trace';
import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { isKeyTaken } from '../frame/is-key-taken.ts';
import type { Bench } from './bench.ts';
import { cableKeys } from './cable-keys.ts';
import { isCableByHand } from './held-frames.ts';
import * as moves from './moves.ts';
import { rangeFrom, rangeTo } from './play-range.ts';
import type { Sheet } from './sheets.tsx';

/** All keys of the player. None of them acts while something is being typed or a dialog is open. */
export function useKeys({ player, session }: Bench, openSheet: (sheet: Sheet) => void): void {
  useEffect(() => {
    const move = (change: Parameters<typeof player.move>[0]) => () => player.move(change);
    const showsThePast = (): boolean => {
      const { pinned, trace } = player.store.getState();
      return trace?.header.mode !== 'stepped' || !pinned;
    };
    const bindings: Record<string, (event: KeyboardEvent) => void> = {
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
      u: () => void session.undo(),
      '-': () => player.changeSpeed(false),
      t: move(moves.toggleSpacing),
      i: move(rangeFrom),
      o: move(rangeTo),
      p: () => player.toggleProjector(),
      l: () => openSheet('legend'),
    };
    for (const plus of ['+', 'Shift++', '=']) bindings[plus] = () => player.changeSpeed(true);
    for (const slash of ['/', 'Shift+/']) bindings[slash] = () => openSheet('find');
    for (const question of ['?', 'Shift+?']) bindings[question] = () => openSheet('keys');
    for (const thread of parseSchedule(THREAD_KEYS))
      bindings[formatSchedule([thread])] = () => {
        if (!showsThePast() && !isCableByHand(player.store.getState())) void session.step(thread);
      };
    for (const [key, act] of Object.entries(cableKeys({ player, session }))) {
      const ofThread = bindings[key];
      bindings[key] = (event) => {
        if (!isCableByHand(player.store.getState())) ofThread?.(event);
        else if (!showsThePast()) act();
      };
    }

    const guarded = Object.fromEntries(
      Object.entries(bindings).map(([keys, act]) => [
        keys,
        (event: KeyboardEvent) => {
          if (isKeyTaken(event)) return;
          event.preventDefault();
          act(event);
        },
      ]),
    );
    return tinykeys(window, guarded);
  }, [player, session, openSheet]);
}

/** The threads that have a key: main, 1 to 14, 16. `f` means something else. */
const THREAD_KEYS = '0123456789abcdeg';

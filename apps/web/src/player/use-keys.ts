import { formatSchedule, parseSchedule } from '@lockstep/trace';
import { useEffect } from 'react';
import { bindKeys } from '../frame/bind-keys.ts';
import { pickForSwap } from '../swap/pick-for-swap.ts';
import type { Bench } from './bench.ts';
import { cableKeys } from './cable-keys.ts';
import { canForkAt } from './can-fork.ts';
import { isCableByHand } from './held-frames.ts';
import { moveKeys } from './move-keys.ts';
import type { Sheet } from './sheets.tsx';

/** All keys of the player. None of them acts while something is being typed or a dialog is open. */
export function useKeys({ player, session }: Bench, openSheet: (sheet: Sheet) => void): void {
  useEffect(() => {
    const showsThePast = (): boolean => {
      const { pinned, trace } = player.store.getState();
      return trace?.header.mode !== 'stepped' || !pinned;
    };
    const bindings: Record<string, (event: KeyboardEvent) => void> = {
      ...moveKeys(player),
      u: () => void session.undo(),
      k: () => {
        if (canForkAt(player.store.getState())) void session.fork();
      },
      s: () => void pickForSwap(player),
      p: () => player.toggleProjector(),
      l: () => openSheet('legend'),
    };
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
    return bindKeys(bindings);
  }, [player, session, openSheet]);
}

/** The threads that have a key: main, 1 to 14, 16. `f` means something else. */
const THREAD_KEYS = '0123456789abcdeg';

import { compareLink } from '../compare/compare-link.ts';
import type { Player } from '../player/player.ts';
import { isRunning, type PlayerState } from '../player/player-state.ts';

/**
 * Waits until the fork on screen is over.
 * @returns the address at which it stands beside its original; undefined: it failed, or something else came on screen.
 */
export function whenOver(player: Player): Promise<string | undefined> {
  const { forkOf } = player.store.getState();
  return new Promise((resolve) => {
    const isSettled = (state: PlayerState): boolean => {
      if (!forkOf || state.forkOf !== forkOf || state.trouble) return settle(undefined);
      return state.trace !== undefined && state.waiting === undefined && !isRunning(state)
        ? settle(compareLink(state))
        : false;
    };
    const unsubscribe = player.store.subscribe(isSettled);
    isSettled(player.store.getState());

    function settle(link: string | undefined): true {
      // The first look comes before there is anything to let go of.
      queueMicrotask(() => unsubscribe());
      resolve(link);
      return true;
    }
  });
}

import { useEffect } from 'react';
import { addressOf, pagePath } from '../site.ts';
import { serializePlace } from './place.ts';
import type { Player } from './player.ts';
import { placeOf } from './share.ts';

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const EVERY_MS = 400;

/** The address follows the step, so that a reload or a bookmark comes back to it. */
export function useAddress(player: Player): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function write(): void {
      timer = undefined;
      const state = player.store.getState();
      // The reader has gone on to a page that is still being fetched; until it is here this one is not gone.
      if (!state.trace || pagePath() !== `/labs/${state.lab.id}`) return;
      const place = placeOf(state);
      const url = addressOf(`/labs/${state.lab.id}${place ? serializePlace(place) : ''}`);
      if (url !== location.pathname + location.search) history.replaceState(undefined, '', url);
    }
    const unsubscribe = player.store.subscribe(() => {
      timer ??= setTimeout(write, EVERY_MS);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [player]);
}

import { useEffect } from 'react';
import { isInClass, useClass } from '../class/class-state.ts';
import { tabsClass } from '../class/kept-places.ts';
import { usePlayer } from '../player/bench.ts';
import type { Player } from '../player/player.ts';
import { setWall, useWallWindow } from './wall-window.ts';

/** Whether the lab is drawn for the wall of a class: in projector mode, while this window is in a class. */
export function useWall(player: Player): boolean {
  const isIn = useClass(isInClass);
  const projector = usePlayer((state) => state.projector);
  useEffect(() => {
    // After a reload the class is entered only later; once it is over, projector mode is nobody's wish any more.
    const isWall = useWallWindow.getState().isWall && tabsClass() !== undefined;
    if (isWall && !player.store.getState().projector) player.toggleProjector();
    return player.store.subscribe((state, before) => {
      if (state.projector !== before.projector) setWall(state.projector && isInClass(useClass.getState()));
    });
  }, [player]);
  return isIn && projector;
}

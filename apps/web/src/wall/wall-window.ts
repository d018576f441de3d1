// Whether this window stands on the wall. It outlives the lab that is open in it, because a class walks from lab to lab,
// and a reload, because a projector is far away from whoever could press a key.
import { create } from 'zustand';

const KEY = 'lockstep.wall';

export const useWallWindow = create<{ readonly isWall: boolean }>()(() => ({ isWall: kept() }));

export function setWall(isWall: boolean): void {
  useWallWindow.setState({ isWall });
  try {
    if (isWall) sessionStorage.setItem(KEY, 'true');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Where storage is forbidden the wall lasts as long as the page.
  }
}

function kept(): boolean {
  try {
    return sessionStorage.getItem(KEY) === 'true';
  } catch {
    return false;
  }
}

import { useEffect } from 'react';
import { useLibrary } from './library-state.ts';

const LOOK_MS = 2000;

/** While runs go on or recordings are still being read, the list is asked for again, unless somebody has gone further down. */
export function useFresh(): void {
  const isChanging = useLibrary(
    ({ status, runs, unread }) => status === 'ready' && (unread > 0 || runs.some(({ state }) => state === 'running')),
  );
  useEffect(() => {
    const look = (): void => {
      const { load, query, isFetching } = useLibrary.getState();
      if (document.visibilityState === 'visible' && !isFetching && scrollY < innerHeight) void load(query);
    };
    const timer = isChanging ? setInterval(look, LOOK_MS) : undefined;
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
    };
  }, [isChanging]);
}

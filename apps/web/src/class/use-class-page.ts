import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { ClassSession } from './class-session.ts';
import { goesAlong, useClass } from './class-state.ts';

/** Takes whoever goes along to the page of the lab that is shown; whoever goes to another page leaves following. */
export function useClassPage({ setFollowing, isOwn }: ClassSession): void {
  const [path, navigate] = useLocation();
  const shownLab = useClass(({ view }) => view?.lab);
  const isAlong = useClass(goesAlong);
  const at = useRef<string>(undefined);

  useEffect(() => {
    const isFirst = at.current === undefined;
    at.current = path;
    const { view, isFollowing, me } = useClass.getState();
    if (isFirst || !view || path === `/labs/${view.lab}`) return;
    if (isFollowing && me?.isDriver === false) setFollowing(false);
  }, [path, setFollowing]);

  useEffect(() => {
    const { shownBy } = useClass.getState();
    const target = shownLab === undefined ? undefined : `/labs/${shownLab}`;
    if (!isAlong || target === undefined || location.pathname === target || isOwn(shownBy)) return;
    at.current = target;
    navigate(target, { state: { class: true }, replace: location.pathname.startsWith('/join') });
  }, [shownLab, isAlong, navigate, isOwn]);
}

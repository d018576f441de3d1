import { useEffect, useState } from 'react';
import { classSession } from './class-session.ts';
import { useClass } from './class-state.ts';
import { tabsClass } from './kept-places.ts';

/** Takes the place that this browser has in a class: the one in the address, this tab's, or the newest. @returns whether that was tried */
export function useEnter(): boolean {
  const [isTried, setIsTried] = useState(() => useClass.getState().stage !== 'none');
  useEffect(() => {
    if (isTried) return;
    const wanted = new URLSearchParams(location.search).get('class') ?? tabsClass();
    void classSession()
      .enter(wanted ?? undefined)
      .finally(() => setIsTried(true));
  }, [isTried]);
  return isTried;
}

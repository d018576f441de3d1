import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useClass } from '../class/class-state.ts';
import { NotInClass } from '../class/not-in-class.tsx';
import { useEnter } from '../class/use-enter.ts';
import { Loading } from '../frame/loading.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useWords } from '../words/use-words.ts';
import { wallWords } from '../words/wall-words.ts';
import { setWall } from './wall-window.ts';

/** The door to the wall: enters the class and goes to the lab that it looks at, in projector mode. */
export function WallPage() {
  const words = useWords(wallWords);
  useTitle(words.panel);
  const isTried = useEnter();
  const [, navigate] = useLocation();
  const stage = useClass((state) => state.stage);
  const lab = useClass((state) => state.view?.lab);
  useEffect(() => {
    if (lab === undefined) return;
    setWall(true);
    navigate(`/labs/${lab}`, { replace: true, state: { class: true } });
  }, [lab, navigate]);
  if (stage === 'in' || stage === 'away' || stage === 'entering' || !isTried) return <Loading />;
  return <NotInClass words={words.none} />;
}

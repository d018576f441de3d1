import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { useClass } from '../class/class-state.ts';
import { useEnter } from '../class/use-enter.ts';
import { Loading } from '../frame/loading.tsx';
import { Plate } from '../frame/plate.tsx';
import { useTitle } from '../frame/use-title.ts';
import { troubleWords } from '../words/trouble-words.ts';
import { useWords } from '../words/use-words.ts';
import { wallWords } from '../words/wall-words.ts';
import { setWall } from './wall-window.ts';

/** The door to the wall: enters the class and goes to the lab that it looks at, in projector mode. */
export function WallPage() {
  const words = useWords(wallWords);
  const trouble = useWords(troubleWords);
  useTitle(words.panel);
  const isTried = useEnter();
  const [, navigate] = useLocation();
  const { stage, refusal } = useClass();
  const lab = useClass((state) => state.view?.lab);
  useEffect(() => {
    if (lab === undefined) return;
    setWall(true);
    navigate(`/labs/${lab}`, { replace: true, state: { class: true } });
  }, [lab, navigate]);
  if (stage === 'in' || stage === 'away' || stage === 'entering' || !isTried) return <Loading />;
  const why = refusal && (refusal.code === 'unreachable' ? trouble.unreachable : trouble.refusals[refusal.code]);
  return (
    <Plate title={words.none.title}>
      {why ? <p role="alert">{why}</p> : undefined}
      <p>{words.none.text}</p>
      <div className="plate-acts">
        <Link className="btn ink" href="/">
          {words.none.toCourse}
        </Link>
      </div>
    </Plate>
  );
}

import type { Lab } from '@lockstep/lab';
import { useEffect, useState } from 'react';
import { classSession } from '../class/class-session.ts';
import { useClass } from '../class/class-state.ts';
import { startFollowing } from '../class/following.ts';
import { useEnter } from '../class/use-enter.ts';
import { Loading } from '../frame/loading.tsx';
import { NotFound } from '../frame/not-found.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useLab } from '../labs/lab-parts.ts';
import { BenchProvider } from '../player/bench.ts';
import { createBench } from '../player/create-bench.ts';
import { takeUp } from '../player/open-place.ts';
import { startPlayback } from '../player/playback.ts';
import { useClassRecord } from '../summary/use-class-record.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useWords } from '../words/use-words.ts';
import { PresenterScreen } from './presenter-screen.tsx';
import { PresenterSign } from './presenter-sign.tsx';
import { roundsIn } from './rounds-in.ts';
import { useActs } from './use-acts.ts';
import './presenter.css';

/** The laptop in front of whoever leads a class, while another window of theirs stands on the wall. */
export function PresenterPage() {
  const words = useWords(presenterWords);
  useTitle(words.title);
  const isTried = useEnter();
  const stage = useClass((state) => state.stage);
  const me = useClass((state) => state.me);
  const view = useClass((state) => state.view);
  if (stage === 'entering' || (stage === 'none' && !isTried)) return <Loading />;
  if (stage !== 'in' && stage !== 'away') return <PresenterSign />;
  if (!me || !view) return <Loading />;
  if (!me.isOwner && !me.isDriver) return <PresenterSign />;
  return <PresenterOf id={view.lab} />;
}

function PresenterOf({ id }: { readonly id: string }) {
  const lab = useLab(id);
  return lab ? <PresenterOfLab key={lab.id} lab={lab} /> : <NotFound />;
}

/** A player of its own, which goes along with the other windows of the class and leads them. */
function PresenterOfLab({ lab }: { readonly lab: Lab }) {
  const [bench] = useState(() => createBench(lab));
  const place = useClass((state) => state.place);
  const me = useClass((state) => state.me);
  const people = useClass((state) => state.people);
  const desk = useClass((state) => state.desk);
  const asked = useClass((state) => state.question && `${state.question.number} ${state.question.round}`);
  const { act, refused } = useActs();
  const record = useClassRecord(place, asked);
  useEffect(() => {
    const stopPlayback = startPlayback(bench.player);
    const session = classSession();
    // Whoever asks the class need not be asked before a reveal.
    for (const { id } of lab.predictions) bench.player.answer(id, 'skipped');
    const stopFollowing = startFollowing(bench, session);
    const { view, shownBy } = useClass.getState();
    // Chosen here, so that no other window shows it yet.
    if (view && session.isOwn(shownBy)) void takeUp(bench, view, () => true);
    return () => {
      stopFollowing();
      stopPlayback();
      bench.session.dispose();
    };
  }, [bench, lab]);
  if (!place || !me || !people || !desk) return <Loading />;
  return (
    <BenchProvider value={bench}>
      <PresenterScreen
        place={place}
        me={me}
        people={people}
        desk={desk}
        openedAt={record?.openedAt}
        rounds={roundsIn(record)}
        refused={refused}
        onAct={act}
      />
    </BenchProvider>
  );
}

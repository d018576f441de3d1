import type { Lab } from '@lockstep/lab';
import { useEffect, useState } from 'react';
import { classSession } from '../class/class-session.ts';
import { goesAlong, useClass } from '../class/class-state.ts';
import { startFollowing } from '../class/following.ts';
import { reopenOwnPlace } from '../class/own-place.ts';
import { useOpenedFile } from '../files/opened-file.ts';
import { useTitle } from '../frame/use-title.ts';
import { useSay } from '../words/use-words.ts';
import { BenchProvider } from './bench.ts';
import { createBench } from './create-bench.ts';
import { openPlace } from './open-place.ts';
import { parsePlace } from './place.ts';
import { startPlayback } from './playback.ts';
import { Screen } from './screen.tsx';
import './player.css';

/** The page of one lab. */
export function PlayerPage({ lab }: { readonly lab: Lab }) {
  const say = useSay();
  useTitle(say(lab.title));
  const [bench] = useState(() => createBench(lab));

  useEffect(() => {
    const { player, session } = bench;
    const stopPlayback = startPlayback(player);
    const { run: wantsRun, class: isBrought } = (history.state ?? {}) as { run?: boolean; class?: boolean };
    const inClass = useClass.getState();
    const isTaken = isBrought === true && (inClass.view === undefined || inClass.view.lab === lab.id);
    const stopFollowing = startFollowing(bench, classSession(), isTaken);
    const stopReopening = reopenOwnPlace(bench);
    // Who was brought here by the class sees what the class sees.
    if (!isTaken || !inClass.view || !goesAlong(inClass))
      void openPlace(bench, parsePlace(location.search), wantsRun === true);
    const forget = useOpenedFile.subscribe(({ opened }) => {
      if (opened?.trace.header.lab !== lab.id) return;
      session.leave();
      player.open(opened.trace, 'file');
    });
    return () => {
      forget();
      stopFollowing();
      stopReopening();
      stopPlayback();
      session.dispose();
      player.await(undefined);
    };
  }, [bench, lab]);

  return (
    <BenchProvider value={bench}>
      <Screen />
    </BenchProvider>
  );
}

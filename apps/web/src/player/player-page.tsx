import type { Lab } from '@lockstep/lab';
import { useEffect, useState } from 'react';
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
    const wantsRun = (history.state as { run?: boolean } | null)?.run === true;
    void openPlace(bench, parsePlace(location.search), wantsRun);
    const forget = useOpenedFile.subscribe(({ opened }) => {
      if (opened?.trace.header.lab !== lab.id) return;
      session.leave();
      player.open(opened.trace, 'file');
    });
    return () => {
      forget();
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

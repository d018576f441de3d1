import type { Lab } from '@lockstep/lab';
import { useEffect, useState } from 'react';
import { NotFound } from '../frame/not-found.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useLab } from '../labs/lab-parts.ts';
import { BenchProvider } from '../player/bench.ts';
import { createBench } from '../player/create-bench.ts';
import { openPlace } from '../player/open-place.ts';
import { type Place, parsePlace } from '../player/place.ts';
import { startPlayback } from '../player/playback.ts';
import { useSettings } from '../settings/settings.ts';
import { useSay } from '../words/use-words.ts';
import { type EmbedOptions, parseEmbedOptions } from './embed-options.ts';
import { EmbedScreen } from './embed-screen.tsx';
import '../player/player.css';
import './embed.css';

/** A lab inside another page: its stage and its transport, and the way to its own page. Nothing is run from here. */
export function EmbedPage({ labId }: { readonly labId: string }) {
  const lab = useLab(labId);
  return lab ? <Embedded lab={lab} /> : <NotFound />;
}

function Embedded({ lab }: { readonly lab: Lab }) {
  const say = useSay();
  useTitle(say(lab.title));
  const [bench] = useState(() => createBench(lab));
  const [options] = useState(() => parseEmbedOptions(location.search));

  useEffect(() => {
    const { player, session } = bench;
    wear(options);
    const stopPlayback = startPlayback(player);
    void openPlace(bench, shownOf(parsePlace(location.search)), false).then(() => {
      if (!options.hasControls) playByItself(player);
    });
    return () => {
      stopPlayback();
      session.dispose();
    };
  }, [bench, options]);

  return (
    <BenchProvider value={bench}>
      <EmbedScreen hasControls={options.hasControls} />
    </BenchProvider>
  );
}

/** For this page only: what the reader chose for the pages of their own stays. */
function wear({ theme, language }: EmbedOptions): void {
  useSettings.setState({ ...(theme ? { theme } : {}), ...(language ? { language } : {}) });
}

/** Whoever looks at another page came to see something, not to be asked; and nobody's address starts a run here. */
function shownOf({ schedule: _schedule, ...place }: Place): Place {
  return { ...place, step: place.step ?? place.range?.from ?? 0, knobs: {} };
}

function playByItself(player: ReturnType<typeof createBench>['player']): void {
  const { trace, range, length } = player.store.getState();
  if (!trace || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  player.setRange({ from: 0, to: length, ...range, loops: true });
  player.play();
}

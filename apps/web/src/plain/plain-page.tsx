import type { Trace } from '@lockstep/trace';
import { useCallback, useEffect, useState } from 'react';
import { NothingOpened } from '../files/nothing-opened.tsx';
import { useOpenedFile } from '../files/opened-file.ts';
import { useMedia } from '../frame/use-media.ts';
import { useTitle } from '../frame/use-title.ts';
import { labWith } from '../labs/labs.ts';
import { BenchProvider, useBench, usePlayer } from '../player/bench.ts';
import { createBench } from '../player/create-bench.ts';
import { Notices } from '../player/notices.tsx';
import { startPlayback } from '../player/playback.ts';
import { RealityBadge } from '../player/reality-badge.tsx';
import { type Sheet, Sheets } from '../player/sheets.tsx';
import { StageColumn } from '../player/stage-column.tsx';
import { useKeys } from '../player/use-keys.ts';
import { useReadAhead } from '../player/use-read-ahead.ts';
import { Transport } from '../transport/transport.tsx';
import { plainWords } from '../words/plain-words.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { PlainBar } from './plain-bar.tsx';
import { plainLab } from './plain-lab.ts';
import { PlainView } from './plain-view.tsx';
import { StepList } from './step-list.tsx';
import '../player/player.css';
import './plain.css';

/** A recording whose lab is not in this version: its steps, in words and in a general drawing. */
export function PlainPage() {
  const words = useWords(plainWords);
  const trace = useOpenedFile(({ opened }) =>
    opened && !opened.capture && !labWith(opened.trace.header.lab) ? opened.trace : undefined,
  );
  if (trace) return <PlainPlayer key={trace.header.run} trace={trace} />;
  return <NothingOpened title={words.none} text={words.noneText} />;
}

function PlainPlayer({ trace }: { readonly trace: Trace }) {
  const [bench] = useState(() => createBench(plainLab(trace.header)));
  useTitle(trace.header.lab);
  useEffect(() => {
    bench.player.open(trace, 'file');
    return startPlayback(bench.player);
  }, [bench, trace]);
  return (
    <BenchProvider value={bench}>
      <PlainScreen />
    </BenchProvider>
  );
}

function PlainScreen() {
  const bench = useBench();
  const words = useWords(plainWords);
  const { figure } = useWords(playerWords);
  const say = useSay();
  const [sheet, setSheet] = useState<Sheet>();
  const openSheet = useCallback((next: Sheet) => setSheet(next), []);
  const isNarrow = useMedia('(max-width: 1023px)');
  const { lab, projector } = usePlayer((state) => ({ lab: state.lab, projector: state.projector }));
  useKeys(bench, openSheet);
  useReadAhead();

  const layout = projector ? 'projector' : isNarrow ? 'narrow' : 'wide';
  return (
    <div className="player" data-layout={layout}>
      <a className="skip" href="#stage">
        {figure}
      </a>
      <PlainBar isNarrow={isNarrow} onSheet={openSheet} />
      <Notices />
      {layout === 'narrow' ? <RealityBadge isStrip /> : undefined}
      <main className="body">
        {layout === 'wide' ? (
          <section className="col lesson" aria-label={words.page}>
            <div className="lesson-scroll">
              <div className="cap">{words.page}</div>
              <h1 className="plain-name">{say(lab.title)}</h1>
              <p className="lead">{words.lead}</p>
              <p className="lead">{words.what}</p>
            </div>
          </section>
        ) : undefined}
        <StageColumn isCompact={isNarrow} onSheet={openSheet} View={PlainView} />
        {layout === 'wide' ? (
          <aside className="col side" aria-label={words.steps}>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keys */}
            <div className="side-scroll" tabIndex={0} role="region" aria-label={words.steps}>
              <StepList label={words.steps} />
            </div>
          </aside>
        ) : undefined}
        {layout === 'narrow' ? (
          <section className="panels">
            <div className="panel">
              <p className="aside plain-lead">{words.lead}</p>
              <StepList label={words.steps} />
            </div>
          </section>
        ) : undefined}
      </main>
      <Transport isCompact={isNarrow && !projector} />
      <Sheets sheet={sheet} onClose={() => setSheet(undefined)} />
    </div>
  );
}

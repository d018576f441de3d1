import { useCallback, useState } from 'react';
import { useMedia } from '../frame/use-media.ts';
import { BytesPanel } from '../inspector/bytes-panel.tsx';
import { useBench, usePlayer } from '../player/bench.ts';
import { Notices } from '../player/notices.tsx';
import { type Sheet, Sheets } from '../player/sheets.tsx';
import { StageColumn } from '../player/stage-column.tsx';
import { useKeys } from '../player/use-keys.ts';
import { Transport } from '../transport/transport.tsx';
import { captureWords } from '../words/capture-words.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { AboutCapture } from './about-capture.tsx';
import { CaptureBar } from './capture-bar.tsx';
import { CaptureView } from './capture-view.tsx';

/** What the file is, its packets between two hosts, their bytes, over the transport. */
export function CaptureScreen() {
  const bench = useBench();
  const words = useWords(playerWords);
  const capture = useWords(captureWords);
  const say = useSay();
  const [sheet, setSheet] = useState<Sheet>();
  const openSheet = useCallback((next: Sheet) => setSheet(next), []);
  const isNarrow = useMedia('(max-width: 1023px)');
  const { lab, projector } = usePlayer((state) => ({ lab: state.lab, projector: state.projector }));
  useKeys(bench, openSheet);

  const layout = projector ? 'projector' : isNarrow ? 'narrow' : 'wide';
  return (
    <div className="player" data-layout={layout}>
      <a className="skip" href="#stage">
        {words.figure}
      </a>
      <CaptureBar isNarrow={isNarrow} onSheet={openSheet} />
      <Notices />
      {layout === 'narrow' ? <p className="capture-strip">{capture.fromFile}</p> : undefined}
      <main className="body with-frames">
        {layout === 'wide' ? (
          <section className="col lesson" aria-label={capture.page}>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keys */}
            <div className="lesson-scroll" tabIndex={0} role="region" aria-label={say(lab.title)}>
              <div className="cap">{capture.page}</div>
              <h1 className="capture-name">{say(lab.title)}</h1>
              <AboutCapture />
            </div>
          </section>
        ) : undefined}
        <StageColumn isCompact={isNarrow} onSheet={openSheet} View={CaptureView} />
        {layout === 'wide' ? (
          <aside className="col side" aria-label={words.tabs.bytes}>
            <div className="side-scroll">
              <BytesPanel />
            </div>
          </aside>
        ) : undefined}
        {layout === 'narrow' ? (
          <section className="panels">
            <div className="panel">
              <BytesPanel />
              <AboutCapture />
            </div>
          </section>
        ) : undefined}
      </main>
      <Transport isCompact={isNarrow && !projector} />
      <Sheets sheet={sheet} onClose={() => setSheet(undefined)} />
    </div>
  );
}

import { hasFrames as runHasFrames } from '@lockstep/lab';
import { useCallback, useState } from 'react';
import { useMedia } from '../frame/use-media.ts';
import { SideColumn } from '../inspector/side-column.tsx';
import { LessonColumn } from '../lesson/lesson-column.tsx';
import { useBench, usePlayer } from '../player/bench.ts';
import { Notices } from '../player/notices.tsx';
import { PanelTabs } from '../player/panel-tabs.tsx';
import { RealityBadge } from '../player/reality-badge.tsx';
import { type Sheet, Sheets } from '../player/sheets.tsx';
import { StageColumn } from '../player/stage-column.tsx';
import { useKeys } from '../player/use-keys.ts';
import { useReadAhead } from '../player/use-read-ahead.ts';
import { Transport } from '../transport/transport.tsx';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { FileBar } from './file-bar.tsx';

/** Lesson, stage, program and inspector over the transport, as on a lab's page; nothing that needs a server. */
export function FileScreen() {
  const bench = useBench();
  const words = useWords(playerWords);
  const [sheet, setSheet] = useState<Sheet>();
  const openSheet = useCallback((next: Sheet) => setSheet(next), []);
  const isNarrow = useMedia('(max-width: 1023px)');
  const projector = usePlayer((state) => state.projector);
  const hasFrames = usePlayer(({ trace, length }) => trace !== undefined && length > 0 && runHasFrames(trace));
  useKeys(bench, openSheet);
  useReadAhead();

  const layout = projector ? 'projector' : isNarrow ? 'narrow' : 'wide';
  return (
    <div className="player" data-layout={layout}>
      <a className="skip" href="#stage">
        {words.figure}
      </a>
      <FileBar isNarrow={isNarrow} isOnlyTitle={layout !== 'wide'} onSheet={openSheet} />
      <Notices />
      {layout === 'narrow' ? <RealityBadge isStrip /> : undefined}
      <main className={hasFrames ? 'body with-frames' : 'body'}>
        {layout === 'wide' ? <LessonColumn /> : undefined}
        <StageColumn isCompact={isNarrow} onSheet={openSheet} />
        {layout === 'wide' ? <SideColumn hasFrames={hasFrames} /> : undefined}
        {layout === 'narrow' ? <PanelTabs hasFrames={hasFrames} /> : undefined}
      </main>
      <Transport isCompact={isNarrow && !projector} />
      <Sheets sheet={sheet} onClose={() => setSheet(undefined)} />
    </div>
  );
}

import { hasFrames as runHasFrames } from '@lockstep/lab';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useMedia } from '../frame/use-media.ts';
import { CablePanel } from '../inspector/cable-panel.tsx';
import { SideColumn } from '../inspector/side-column.tsx';
import { LessonColumn } from '../lesson/lesson-column.tsx';
import { Transport } from '../transport/transport.tsx';
import { useWall } from '../wall/use-wall.ts';
import { WallFoot } from '../wall/wall-foot.tsx';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';
import { Notices } from './notices.tsx';
import { PanelTabs } from './panel-tabs.tsx';
import { RealityBadge } from './reality-badge.tsx';
import { type Sheet, Sheets } from './sheets.tsx';
import { StageColumn } from './stage-column.tsx';
import { TopBar } from './top-bar.tsx';
import { useAddress } from './use-address.ts';
import { useKeys } from './use-keys.ts';
import { useReadAhead } from './use-read-ahead.ts';
import { useRunFocus } from './use-run-focus.ts';

const WallPanel = lazy(async () => ({ default: (await import('../wall/wall-panel.tsx')).WallPanel }));

/** Lesson, stage, program and inspector over the transport; on a narrow screen the stage above tabs. */
export function Screen() {
  const bench = useBench();
  const words = useWords(playerWords);
  const [sheet, setSheet] = useState<Sheet>();
  const openSheet = useCallback((next: Sheet) => setSheet(next), []);
  const isNarrow = useMedia('(max-width: 1023px)');
  const projector = usePlayer((state) => state.projector);
  const hasFrames = usePlayer(({ trace, length }) => trace !== undefined && length > 0 && runHasFrames(trace));
  useKeys(bench, openSheet);
  useAddress(bench.player);
  useRunFocus();
  useReadAhead();
  const isWall = useWall(bench.player);

  const layout = projector ? 'projector' : isNarrow ? 'narrow' : 'wide';
  return (
    <div className="player" data-layout={layout} data-wall={isWall}>
      <a className="skip" href="#stage">
        {words.figure}
      </a>
      <TopBar isNarrow={isNarrow} isOnlyTitle={layout !== 'wide'} onSheet={openSheet} />
      <Notices />
      {layout === 'narrow' ? <RealityBadge isStrip /> : undefined}
      <main className={hasFrames ? 'body with-frames' : 'body'}>
        {layout === 'wide' ? <LessonColumn /> : undefined}
        <StageColumn isCompact={isNarrow} onSheet={openSheet} />
        {layout === 'wide' ? <SideColumn hasFrames={hasFrames} /> : undefined}
        {layout === 'projector' && !isWall ? <CablePanel /> : undefined}
        {isWall ? (
          <Suspense fallback={<aside className="wall-panel" />}>
            <WallPanel />
          </Suspense>
        ) : undefined}
        {layout === 'narrow' ? <PanelTabs hasFrames={hasFrames} /> : undefined}
      </main>
      {isWall ? <WallFoot /> : <Transport isCompact={isNarrow && !projector} />}
      <Sheets sheet={sheet} onClose={() => setSheet(undefined)} />
    </div>
  );
}

import type { ViewProps } from '@lockstep/lab';
import { type KnobValues, scheduleAt } from '@lockstep/trace';
import { type ComponentType, Suspense, useEffect } from 'react';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { pictureIsThere } from '../frames/first-picture.ts';
import { labViews } from '../labs/lab-parts.ts';
import { useSettings } from '../settings/settings.ts';
import { frameWords } from '../words/frame-words.ts';
import { useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';
import { showsFuture } from './player-state.ts';

interface LabViewProps {
  readonly isCompact: boolean;
  /** Instead of the view in the lab's folder. */
  readonly own?: ComponentType<ViewProps> | undefined;
  /** False: nothing that is drawn starts a run. */
  readonly canRun?: boolean;
}

/** The lab's own view at the cursor. */
export function LabView({ isCompact, own, canRun = true }: LabViewProps) {
  const words = useWords(frameWords);
  const language = useSettings((settings) => settings.language);
  const { player, session } = useBench();
  const { lab, trace, cursor, length, spacing, relative, selection, sources, showFuture } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    cursor: state.cursor,
    length: state.length,
    spacing: state.spacing,
    relative: state.relative,
    selection: state.selection,
    sources: state.sources,
    showFuture: showsFuture(state),
  }));
  const View = own ?? labViews[lab.id];
  const isShown = trace !== undefined && View !== undefined;
  useEffect(() => {
    if (isShown) pictureIsThere();
  }, [isShown]);
  if (!trace || !View) return undefined;
  const canStep = canRun && lab.modes.includes('stepped');

  function tryWith(knobs: KnobValues): void {
    for (const [knob, value] of Object.entries(knobs)) player.setKnob(knob, String(value));
    void session.replay(trace ? scheduleAt(trace, trace.length) : []);
  }

  return (
    <ErrorBoundary key={trace.header.run} isPart>
      <Suspense fallback={<p className="stage-note">{words.loading}</p>}>
        <View
          lab={lab}
          trace={trace}
          cursor={cursor}
          length={length}
          language={language}
          spacing={spacing}
          relative={relative}
          showFuture={showFuture}
          selection={selection}
          compact={isCompact}
          sources={sources}
          onSelect={player.select}
          onSeek={player.seek}
          onReplay={canStep ? (schedule) => void session.replay(schedule) : undefined}
          onTry={canStep ? tryWith : undefined}
        />
      </Suspense>
    </ErrorBoundary>
  );
}

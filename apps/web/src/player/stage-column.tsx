import type { ViewProps } from '@lockstep/lab';
import { type KnobValues, scheduleAt } from '@lockstep/trace';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { isInClass, useClass } from '../class/class-state.ts';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { pictureIsThere } from '../frames/first-picture.ts';
import { loadView } from '../labs/lab-parts.ts';
import { labs } from '../labs/labs.ts';
import { useSettings } from '../settings/settings.ts';
import { frameWords } from '../words/frame-words.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';
import { NumbersToggle } from './numbers-toggle.tsx';
import { openPrediction, showsFuture } from './player-state.ts';
import { PredictionGate } from './prediction-gate.tsx';
import type { Sheet } from './sheets.tsx';
import { SourceToggles } from './source-toggles.tsx';

const OverStage = lazy(async () => ({ default: (await import('../class/over-stage.tsx')).OverStage }));

const views: Readonly<Record<string, ComponentType<ViewProps>>> = Object.fromEntries(
  labs.map((lab) => [lab.id, lazy(async () => ({ default: await loadView(lab) }))]),
);

interface StageColumnProps {
  readonly isCompact: boolean;
  readonly onSheet: (sheet: Sheet) => void;
  /** Instead of the view in the lab's folder. */
  readonly View?: ComponentType<ViewProps>;
}

/** The figure: the lab's own view at the cursor, with its caption; a question before it, where one stands. */
export function StageColumn({ isCompact, onSheet, View }: StageColumnProps) {
  const words = useWords(playerWords);
  const say = useSay();
  const isMember = useClass(isInClass);
  const { lab, hasTrace, question } = usePlayer((state) => ({
    lab: state.lab,
    hasTrace: state.trace !== undefined,
    question: openPrediction(state),
  }));
  return (
    <section className="col stage" id="stage" aria-label={say(lab.caption)} tabIndex={-1}>
      <div className="fig">
        <b>{words.figure}</b>
        <span className="fig-caption">{say(lab.caption)}</span>
        <span className="grow" />
        <NumbersToggle />
        <SourceToggles onMore={() => onSheet('legend')} />
      </div>
      <div className="stage-box">
        {hasTrace ? <LabView isCompact={isCompact} own={View} /> : <EmptyStage />}
        {question ? <PredictionGate prediction={question} /> : undefined}
        {isMember ? (
          <Suspense fallback={undefined}>
            <OverStage />
          </Suspense>
        ) : undefined}
      </div>
    </section>
  );
}

interface LabViewProps {
  readonly isCompact: boolean;
  readonly own: ComponentType<ViewProps> | undefined;
}

function LabView({ isCompact, own }: LabViewProps) {
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
  const View = own ?? views[lab.id];
  const isShown = trace !== undefined && View !== undefined;
  useEffect(() => {
    if (isShown) pictureIsThere();
  }, [isShown]);
  if (!trace || !View) return undefined;
  const canStep = lab.modes.includes('stepped');

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

function EmptyStage() {
  const { empty } = useWords(playerWords);
  const waiting = usePlayer((state) => state.waiting);
  useEffect(() => {
    if (!waiting) pictureIsThere();
  }, [waiting]);
  if (waiting) {
    return (
      <p className="stage-note" role="status">
        {waiting === 'run' ? empty.loadingRun : empty.loadingRecording}
      </p>
    );
  }
  return (
    <div className="stage-note">
      <h2>{empty.title}</h2>
      <p>{empty.text}</p>
    </div>
  );
}

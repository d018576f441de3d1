import type { ViewProps } from '@lockstep/lab';
import { type ComponentType, lazy, Suspense } from 'react';
import { isInClass, useClass } from '../class/class-state.ts';
import { site } from '../site.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { usePlayer } from './bench.ts';
import { LabView } from './lab-view.tsx';
import { NumbersToggle } from './numbers-toggle.tsx';
import { openPrediction } from './player-state.ts';
import { PredictionGate } from './prediction-gate.tsx';
import type { Sheet } from './sheets.tsx';
import { SourceToggles } from './source-toggles.tsx';

const OverStage = lazy(async () => ({ default: (await import('../class/over-stage.tsx')).OverStage }));

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

function EmptyStage() {
  const { empty } = useWords(playerWords);
  const waiting = usePlayer((state) => state.waiting);
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
      <p>{site === 'server' ? empty.text : empty.textHere}</p>
    </div>
  );
}

import type { LibraryRun } from '@lockstep/lab';
import { type MouseEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { libraryWords } from '../words/library-words.ts';
import { useWords } from '../words/use-words.ts';
import { RunStrip } from './run-strip.tsx';
import { runLink } from './run-title.ts';

interface StepStripProps {
  readonly run: LibraryRun;
  readonly canOpen: boolean;
}

/**
 * The whole run in a few pixels; where it is pressed, it opens at that step. For the mouse and the finger: the keyboard
 * opens the run and steps there.
 */
export function StepStrip({ run, canOpen }: StepStripProps) {
  const words = useWords(libraryWords).card;
  const [, navigate] = useLocation();
  const [step, setStep] = useState<number>();
  const isOpen = canOpen && run.events > 0;

  function stepAt(event: MouseEvent): number {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.min(run.events, Math.max(1, Math.ceil(((event.clientX - left) / width) * run.events)));
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- see above
    <div
      className="step-strip"
      data-open={isOpen || undefined}
      title={isOpen ? words.openAt : undefined}
      onMouseMove={isOpen ? (event) => setStep(stepAt(event)) : undefined}
      onMouseLeave={() => setStep(undefined)}
      onClick={isOpen ? (event) => navigate(runLink(run, stepAt(event))) : undefined}
    >
      <RunStrip strip={run.strip} />
      {step === undefined ? undefined : (
        <>
          <i style={{ left: `${(step / run.events) * 100}%` }} />
          <span>{words.step(step, run.events)}</span>
        </>
      )}
    </div>
  );
}

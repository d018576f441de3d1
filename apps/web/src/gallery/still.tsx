import { StageFrame, type Story } from '@lockstep/stage';
import { SOURCES } from '@lockstep/trace';
import { memo } from 'react';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { useNear } from '../frame/use-near.ts';
import { useSettings } from '../settings/settings.ts';
import type { Golden } from './golden.ts';

interface StillProps {
  readonly story: Story;
  readonly golden: Golden;
  readonly cursor: number;
}

const SELECTED_NOTHING = {};
const ALL_SOURCES = new Set<string>(SOURCES);
const stayStill = (): void => undefined;

/** A stage at one step. Its room is kept from the start; it is drawn when it comes near, and then it stays. */
export const Still = memo(function Still({ story, golden, cursor }: StillProps) {
  const [box, isNear] = useNear<HTMLDivElement>();
  return (
    <div ref={box} className="still" style={{ height: story.height }}>
      {isNear ? (
        <ErrorBoundary isPart>
          <DrawnStill story={story} golden={golden} cursor={cursor} />
        </ErrorBoundary>
      ) : undefined}
    </div>
  );
});

function DrawnStill({ story, golden: { lab, trace, program }, cursor }: StillProps) {
  const language = useSettings((settings) => settings.language);
  const Stage = story.component;
  return (
    <StageFrame>
      {(box) => (
        <Stage
          {...box}
          trace={trace}
          program={program}
          length={trace.length}
          cursor={cursor}
          spacing="logical"
          language={language}
          name={(actor) => lab.actorName(actor)[language]}
          showFuture
          sources={ALL_SOURCES}
          selection={SELECTED_NOTHING}
          onSelect={stayStill}
          onSeek={stayStill}
        />
      )}
    </StageFrame>
  );
}

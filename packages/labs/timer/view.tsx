import type { ViewProps } from '@lockstep/lab';
import { Lanes, OverLanes, ThreadFigure } from '@lockstep/stage';
import { DriftFigure } from './drift-figure.tsx';
import { clockOf } from './ticks.ts';

export default function View(view: ViewProps) {
  return (
    <ThreadFigure {...view}>
      {(stage) =>
        clockOf(stage.trace) ? (
          <OverLanes {...stage}>{(part) => <DriftFigure {...part} />}</OverLanes>
        ) : (
          <Lanes {...stage} />
        )
      }
    </ThreadFigure>
  );
}

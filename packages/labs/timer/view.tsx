import type { ViewProps } from '@lockstep/lab';
import { Lanes, StageStack, ThreadFigure } from '@lockstep/stage';
import { DriftFigure } from './drift-figure.tsx';
import { clockOf } from './ticks.ts';

export default function View(view: ViewProps) {
  return (
    <ThreadFigure {...view}>
      {(stage) =>
        clockOf(stage.trace) ? (
          <StageStack
            {...stage}
            parts={[
              { share: 1, draw: (box) => <DriftFigure {...stage} {...box} /> },
              { share: 1, draw: (box) => <Lanes {...stage} {...box} /> },
            ]}
          />
        ) : (
          <Lanes {...stage} />
        )
      }
    </ThreadFigure>
  );
}

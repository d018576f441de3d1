import type { ViewProps } from '@lockstep/lab';
import { Futures, Lanes, StageStack, ThreadFigure } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <ThreadFigure {...view}>
      {(stage) => (
        <StageStack
          {...stage}
          parts={[
            { share: 3, draw: (box) => <Futures {...stage} {...box} /> },
            { share: 2, draw: (box) => <Lanes {...stage} {...box} /> },
          ]}
        />
      )}
    </ThreadFigure>
  );
}

import type { ViewProps } from '@lockstep/lab';
import { Lanes, Queue, StageStack, ThreadFigure } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <ThreadFigure {...view}>
      {(stage) => (
        <StageStack
          {...stage}
          parts={[
            { share: 3, draw: (box) => <Queue {...stage} {...box} of="buns" /> },
            { share: 2, draw: (box) => <Lanes {...stage} {...box} /> },
          ]}
        />
      )}
    </ThreadFigure>
  );
}

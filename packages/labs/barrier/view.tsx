import type { ViewProps } from '@lockstep/lab';
import { Lanes, Places, StageStack, ThreadFigure } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <ThreadFigure {...view}>
      {(stage) => (
        <StageStack
          {...stage}
          parts={[
            { share: 1, draw: (box) => <Places {...stage} {...box} /> },
            { share: 1, draw: (box) => <Lanes {...stage} {...box} /> },
          ]}
        />
      )}
    </ThreadFigure>
  );
}

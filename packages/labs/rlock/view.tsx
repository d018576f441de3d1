import type { ViewProps } from '@lockstep/lab';
import { Lanes, Places, StageStack, ThreadFigure } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <ThreadFigure {...view}>
      {(stage) => (
        <StageStack
          {...stage}
          parts={[
            { share: 3, draw: (box) => <Lanes {...stage} {...box} /> },
            { share: 2, draw: (box) => <Places {...stage} {...box} /> },
          ]}
        />
      )}
    </ThreadFigure>
  );
}

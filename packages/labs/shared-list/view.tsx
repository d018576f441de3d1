import type { ViewProps } from '@lockstep/lab';
import { Lanes, Queue, StageStack, ThreadFigure } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <ThreadFigure {...view}>
      {(stage) =>
        view.trace.header.knobs['by'] === 'queue' ? (
          <StageStack
            {...stage}
            parts={[
              { share: 1, draw: (box) => <Queue {...stage} {...box} of="line" /> },
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

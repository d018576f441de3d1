import type { ViewProps } from '@lockstep/lab';
import { Lanes, OverLanes, Queue, ThreadFigure } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <ThreadFigure {...view}>
      {(stage) =>
        view.trace.header.knobs['by'] === 'queue' ? (
          <OverLanes {...stage}>{(part) => <Queue {...part} of="line" />}</OverLanes>
        ) : (
          <Lanes {...stage} />
        )
      }
    </ThreadFigure>
  );
}

import type { ViewProps } from '@lockstep/lab';
import { Futures, OverLanes, ThreadFigure } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <ThreadFigure {...view}>
      {(stage) => (
        <OverLanes {...stage} shares={[3, 2]}>
          {(part) => <Futures {...part} />}
        </OverLanes>
      )}
    </ThreadFigure>
  );
}

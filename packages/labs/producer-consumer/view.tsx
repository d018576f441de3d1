import type { ViewProps } from '@lockstep/lab';
import { OverLanes, Queue, ThreadFigure } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <ThreadFigure {...view}>
      {(stage) => (
        <OverLanes {...stage} shares={[3, 2]}>
          {(part) => <Queue {...part} of="buns" />}
        </OverLanes>
      )}
    </ThreadFigure>
  );
}

import type { ViewProps } from '@lockstep/lab';
import { OverLanes, Places, ThreadFigure } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <ThreadFigure {...view}>
      {(stage) => <OverLanes {...stage}>{(part) => <Places {...part} />}</OverLanes>}
    </ThreadFigure>
  );
}

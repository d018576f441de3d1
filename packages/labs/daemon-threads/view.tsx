import type { ViewProps } from '@lockstep/lab';
import { Lanes, ThreadFigure } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return <ThreadFigure {...view}>{(stage) => <Lanes {...stage} />}</ThreadFigure>;
}

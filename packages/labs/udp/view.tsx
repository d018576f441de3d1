import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, Sequence } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return <NetworkFigure {...view}>{(stage) => <Sequence {...stage} />}</NetworkFigure>;
}

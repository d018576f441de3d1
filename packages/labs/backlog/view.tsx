import type { ViewProps } from '@lockstep/lab';
import { listenerTab, NetworkFigure, sequenceTab } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return <NetworkFigure {...view}>{(stage) => [listenerTab(stage), sequenceTab(stage)]}</NetworkFigure>;
}

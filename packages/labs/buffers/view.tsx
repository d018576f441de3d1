import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, sequenceTab, streamTab } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return <NetworkFigure {...view}>{(stage) => [streamTab(stage), sequenceTab(stage)]}</NetworkFigure>;
}

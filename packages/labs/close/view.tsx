import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, sequenceTab, statesTab } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return <NetworkFigure {...view}>{(stage) => [sequenceTab(stage), statesTab(stage)]}</NetworkFigure>;
}

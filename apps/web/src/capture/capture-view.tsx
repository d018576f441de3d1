import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, sequenceTab, statesTab, streamTab } from '@lockstep/stage';

/** The stages of a capture. */
export function CaptureView(view: ViewProps) {
  return <NetworkFigure {...view}>{(stage) => [sequenceTab(stage), streamTab(stage), statesTab(stage)]}</NetworkFigure>;
}

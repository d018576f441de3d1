import type { ViewProps } from '@lockstep/lab';
import { NetworkFigure, sequenceTab, streamTab } from '@lockstep/stage';

export default function View(view: ViewProps) {
  return (
    <NetworkFigure {...view}>
      {(stage) => [sequenceTab(stage), streamTab(stage, { direction: 'client' })]}
    </NetworkFigure>
  );
}

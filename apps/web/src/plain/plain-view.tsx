import type { ViewProps } from '@lockstep/lab';
import { Lanes, NetworkFigure, sequenceTab, statesTab, streamTab, ThreadFigure } from '@lockstep/stage';

/** Hosts with kernels as a sequence, anything else as lanes: what every version can draw. */
export function PlainView(view: ViewProps) {
  const isNetwork = view.trace.header.actors.some(({ role }) => role === 'kernel');
  if (!isNetwork) return <ThreadFigure {...view}>{(stage) => <Lanes {...stage} />}</ThreadFigure>;
  return <NetworkFigure {...view}>{(stage) => [sequenceTab(stage), streamTab(stage), statesTab(stage)]}</NetworkFigure>;
}

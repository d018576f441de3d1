import type { ViewProps } from '@lockstep/lab';
import { OverLanes, ThreadFigure, WaitFor } from '@lockstep/stage';
import type { WaitForEdge } from '@lockstep/trace';

export default function View(view: ViewProps) {
  const threads = view.trace.header.actors.filter(({ role }) => role === 'thread').map(({ id }) => id);
  /** Who gives up waiting needs a time-out; who does not hold while asking follows an order. */
  const remove = (edge: WaitForEdge) => view.onTry?.({ fix: edge.kind === 'wait' ? 'timeout' : 'order' });
  return (
    <ThreadFigure {...view}>
      {(stage) => (
        <OverLanes {...stage} shares={[3, 2]}>
          {(part) => (
            <WaitFor {...part} seats={{ threads, locks: ['noodles', 'fork'] }} onRemoveEdge={view.onTry && remove} />
          )}
        </OverLanes>
      )}
    </ThreadFigure>
  );
}

import type { ViewProps } from '@lockstep/lab';
import { OverLanes, ThreadFigure, WaitFor } from '@lockstep/stage';
import type { WaitForEdge } from '@lockstep/trace';

export default function View(view: ViewProps) {
  const threads = view.trace.header.actors.filter(({ role }) => role === 'thread').map(({ id }) => id);
  /** Each fork lies between two neighbours: on the right of the first it is the left one of the next. */
  const locks = threads.map((_, index) => `fork ${((index + 1) % threads.length) + 1}`);
  /** Whoever holds nothing while he waits stays outside; whoever asks in order never closes the circle. */
  const remove = (edge: WaitForEdge) => view.onTry?.({ fix: edge.kind === 'hold' ? 'order' : 'waiter' });
  return (
    <ThreadFigure {...view}>
      {(stage) => (
        <OverLanes {...stage} shares={[3, 2]}>
          {(part) => <WaitFor {...part} seats={{ threads, locks }} onRemoveEdge={view.onTry && remove} />}
        </OverLanes>
      )}
    </ThreadFigure>
  );
}

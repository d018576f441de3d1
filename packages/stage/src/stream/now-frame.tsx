import type { InFigure } from './figure.ts';
import { clipped } from './owned.ts';
import type { RowPlan } from './plan.ts';

interface NowFramesProps extends InFigure {
  readonly row: RowPlan;
}

/** A red frame around the bytes that the present step moved. On the cable the segment has its own. */
export function NowFrames({ figure, row }: NowFramesProps) {
  const { moved, window, scale, plan } = figure;
  return moved
    .filter((one) => one.row === row.name)
    .map((span) => {
      const shown = clipped(span, window);
      return (
        shown && (
          <rect
            key={span.from}
            x={scale(shown.from) - 1}
            y={row.cells - 2}
            width={Math.max(2, scale(shown.to) - scale(shown.from)) + 2}
            height={plan.cellHeight + 4}
            rx={2}
            className="ls-stream-now"
          />
        )
      );
    });
}

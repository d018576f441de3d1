import { endOf, leftOf } from './columns.ts';
import type { LaneProps } from './lane-props.ts';
import type { Stretch } from './lane-states.ts';

const MOST_HIGH = 22;

/** Waiting is hatched and sleeping dotted, framed where it is still to come. */
export function StretchMark(props: LaneProps & { readonly stretch: Stretch }) {
  const { place, columns, view, cursor, showFuture, hatch, stretch } = props;
  const start = leftOf(columns, stretch.from);
  const from = Math.max(start, view.from - 40);
  const full = stretch.to === undefined ? endOf(columns) : leftOf(columns, stretch.to);
  const past = stretch.from < cursor ? Math.min(full, view.nowX) : start;
  const height = Math.min(MOST_HIGH, place.height);
  const top = place.top + (place.height - height) / 2;
  const middle = top + height / 2;
  const ahead = Math.max(past, from);
  return (
    <g className="ls-stretch" data-state={stretch.state}>
      {past > from && (
        <>
          <rect x={from} y={top} width={past - from} height={height} className="ls-paper" />
          {stretch.state === 'waiting' ? (
            <rect
              x={from}
              y={top + 0.5}
              width={past - from}
              height={height - 1}
              className="ls-waiting-bar"
              fill={`url(#${hatch})`}
            />
          ) : (
            <line x1={from + 3} x2={past} y1={middle} y2={middle} className="ls-sleep-dots" />
          )}
        </>
      )}
      {showFuture && full > Math.max(past, view.nowX) && (
        <rect
          x={ahead + 2.5}
          y={top + 0.5}
          width={Math.max(0, Math.min(full, view.to + 40) - ahead - 4)}
          height={height - 1}
          className="ls-waiting-future"
        />
      )}
    </g>
  );
}

import { Token } from './block.tsx';
import { endOf, leftOf } from './columns.ts';
import type { LaneProps } from './lane-props.ts';
import { within } from './within.ts';

const HEIGHT = 14;

/**
 * The bar of a thread that could run: pale; hollow for a daemon; solid while it holds the interpreter lock; a frame
 * where it is still to come. It begins where the thread starts and ends where it ends, torn if it was killed.
 */
export function Rail({ place, states, columns, view, cursor, showFuture }: LaneProps) {
  const height = Math.min(HEIGHT, place.height - 6);
  const y = place.top + (place.height - height) / 2;
  const end = states.end ? leftOf(columns, states.end.seq) : endOf(columns);
  const from = Math.max(leftOf(columns, states.from), view.from - 40);
  const to = Math.min(end, view.nowX);
  const ahead = Math.max(from, view.nowX);
  const isTorn = states.end?.how === 'killed' && states.end.seq < cursor;
  return (
    <>
      {to > from && states.from < cursor && (
        <rect
          x={from}
          y={y + (states.isDaemon ? 0.5 : 0)}
          width={to - from}
          height={height - (states.isDaemon ? 1 : 0)}
          className="ls-pale"
          data-daemon={states.isDaemon || undefined}
        />
      )}
      {within(states.running, view.first, Math.min(view.last, cursor)).map((span) => {
        const left = Math.max(leftOf(columns, span.from), view.from - 40);
        const right = Math.min(view.nowX, span.to === undefined ? view.nowX : leftOf(columns, span.to));
        return (
          <g key={span.from} className="ls-running">
            <rect x={left} y={y} width={Math.max(0, right - left)} height={height} className="ls-fill" />
            {left < view.from && <Token x={view.from + 9} y={y + height / 2} />}
          </g>
        );
      })}
      {isTorn && <path d={torn(end, place.top, place.height)} className="ls-torn" />}
      {showFuture && end > ahead && ahead < view.to + 40 && (
        <rect
          x={ahead + 3}
          y={y + 0.5}
          width={Math.max(0, Math.min(end, view.to + 40) - ahead - 6)}
          height={height - 1}
          className="ls-pale-future"
        />
      )}
    </>
  );
}

function torn(x: number, top: number, height: number): string {
  const step = height / 6;
  return `M${x - 1} ${top}${`l-5 ${step}l5 ${step}`.repeat(3)}`;
}

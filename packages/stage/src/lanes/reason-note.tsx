// The reason of a wait, on paper: inside the hatch where it fits, else right of the cursor as long as the wait lasts.
import { sansWidth } from '../text-width.ts';
import { endOf, leftOf } from './columns.ts';
import type { LaneProps } from './lane-props.ts';
import type { Stretch } from './lane-states.ts';
import { reasonsOf } from './reason.ts';

const HEIGHT = 18;

export interface PlacedReason {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly width: number;
}

/** The longest way to say it that has room; undefined where not even the shortest has. */
export function placedReason(props: LaneProps, stretch: Stretch): PlacedReason | undefined {
  const { place, columns, view, cursor } = props;
  const size = place.height < 16 ? 10 : place.height < 22 ? 11 : 12.5;
  const widthOf = (text: string) => sansWidth(text, size);
  const inside = Math.max(leftOf(columns, stretch.from), view.from) + (place.number === undefined ? 18 : 12);
  const end = Math.min(stretch.to === undefined ? endOf(columns) : leftOf(columns, stretch.to), view.nowX);
  const until = stretch.asked === undefined ? end : Math.min(end, leftOf(columns, stretch.asked));
  const lasts = stretch.from < cursor && (stretch.to === undefined || stretch.to >= cursor);
  const reasons = reasonsOf(stretch, props);
  const within = reasons.findIndex((text) => widthOf(text) + 8 < until - inside);
  const beside = lasts ? reasons.findIndex((text) => widthOf(text) + 12 < view.to - view.nowX) : -1;
  const isBeside = beside >= 0 && (within < 0 || beside < within);
  const text = reasons[isBeside ? beside : within];
  if (text === undefined) return undefined;
  return { text, size, x: isBeside ? view.nowX + 10 : inside, width: widthOf(text) };
}

export function ReasonNote({ place, reason }: { readonly place: LaneProps['place']; readonly reason: PlacedReason }) {
  const middle = place.top + place.height / 2;
  const height = Math.min(HEIGHT, place.height - 2);
  return (
    <>
      <rect x={reason.x - 6} y={middle - height / 2} width={reason.width + 12} height={height} className="ls-paper" />
      <text x={reason.x} y={middle + 4.3} className="ls-reason-text" style={{ fontSize: reason.size }}>
        {reason.text}
      </text>
    </>
  );
}

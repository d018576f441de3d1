import { type Columns, columnsIn, endOf, leftOf } from './columns.ts';

/** Which part of the lanes the box shows. */
export interface LaneView {
  /** Left and right end of the window, in the drawing's own measure. */
  readonly from: number;
  readonly to: number;
  /** Right edge of the present column: past ends here. */
  readonly nowX: number;
  /** First column in the window, and one after the last. */
  readonly first: number;
  readonly last: number;
}

/** Room right of the cursor for what the present step means. */
const NOTES = 172;

export function laneViewOf(columns: Columns, cursor: number, room: number, showFuture: boolean): LaneView {
  const nowX = leftOf(columns, cursor);
  const total = showFuture ? endOf(columns) : nowX;
  const notes = Math.min(NOTES, room * 0.48);
  const from = Math.max(0, Math.min(nowX - (room - notes), Math.max(total, nowX + notes) - room));
  const [first, last] = columnsIn(columns, from, from + room);
  return { from, to: from + room, nowX, first, last: showFuture ? last : Math.min(last, cursor) };
}

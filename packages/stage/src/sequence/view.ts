import type { Row } from './layout.ts';
import type { Reading } from './reading.ts';

const MARGIN = 160;

/** Which part of the drawing the box shows: the cursor's row with some rows before it, and what follows. */
export interface SequenceView {
  readonly row: Row | undefined;
  readonly nowY: number;
  readonly endY: number;
  readonly offset: number;
  /** Marks between these heights are drawn; beyond the box only as far as scrolling to it may show. */
  readonly drawnFrom: number;
  readonly drawnTo: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

export function viewOf(
  { layout, drawn }: Reading,
  cursor: number,
  bodyHeight: number,
  showFuture: boolean,
): SequenceView {
  const rowIndex = cursor > 0 ? (layout.rowOf[cursor - 1] ?? 0) : -1;
  const last = layout.rows[rowIndex];
  // The present step may be one of other hosts: then no row of these two is the present one.
  const row = drawn[cursor - 1] === 0 ? undefined : last;
  const nowY = last?.bottom ?? 0;
  const endY = showFuture ? layout.height : Math.max(nowY + 12, 0);
  const wanted = nowY - bodyHeight * 0.7;
  const offset = Math.round(Math.max(0, Math.min(wanted, endY - bodyHeight)));
  const inBox = (one: Row) => one.bottom > offset + 4 && one.top < offset + bodyHeight - 4;
  return {
    row,
    nowY,
    endY: Math.max(endY, bodyHeight),
    offset,
    drawnFrom: offset - MARGIN,
    drawnTo: offset + bodyHeight + MARGIN,
    firstRow: layout.rows.findIndex(inBox),
    lastRow: layout.rows.findLastIndex((one) => inBox(one) && (showFuture || one.first < cursor)),
  };
}

// Where everything stands. Wide boxes have a column for names; narrow ones write the name above its bar.
import { sansWidth } from '../text-width.ts';
import type { BarGroup, BarPlace } from './bar-groups.ts';

export interface BarPlan {
  readonly isNarrow: boolean;
  /** Rows are high: written larger, with notes. */
  readonly isRoomy: boolean;
  /** Left edge of names and titles. */
  readonly left: number;
  /** Left edge of the bars, and their room. */
  readonly barsX: number;
  readonly barsWidth: number;
  /** Right edges of the columns of values and ratios. */
  readonly valueX: number;
  readonly ratioX: number;
  readonly groups: readonly GroupPlan[];
  readonly legendY: number;
  /** More than the box has: then it scrolls. */
  readonly height: number;
}

export interface GroupPlan {
  readonly group: BarGroup;
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly RowPlan[];
}

export interface RowPlan {
  readonly place: BarPlace;
  readonly top: number;
  readonly height: number;
  readonly barY: number;
  readonly barHeight: number;
}

const NARROW_BELOW = 560;
const VALUE_COLUMN = 78;
const RATIO_COLUMN = 66;
const MOST_LABEL_SHARE = 0.32;
/** Rows from this height on have room for a note, and are written larger from the second. */
export const NOTED_ROW = 36;
const ROOMY_ROW = 48;

export function barPlanOf(groups: readonly BarGroup[], width: number, height: number): BarPlan {
  const isNarrow = width < NARROW_BELOW;
  const left = isNarrow ? 16 : 24;
  const legend = isNarrow ? 42 : 26;
  const head = isNarrow ? 26 : 34;
  const gap = isNarrow ? 6 : 14;
  const [least, most] = isNarrow ? [30, 44] : [24, 64];
  const count = Math.max(
    1,
    groups.reduce((sum, { bars }) => sum + bars.length, 0),
  );
  const room = height - legend - groups.length * (head + gap);
  const rowHeight = Math.floor(Math.max(least, Math.min(most, room / count)));
  const isRoomy = !isNarrow && rowHeight >= ROOMY_ROW;
  const right = width - left;
  const ratioX = right;
  const valueX = right - RATIO_COLUMN;
  const barsX = isNarrow ? left : left + labelWidth(groups, width, isRoomy) + 16;
  let y = 0;
  const planned = groups.map((group): GroupPlan => {
    const top = y;
    const rows = group.bars.map((place, index) => rowPlan(place, top + head + index * rowHeight, rowHeight, isNarrow));
    y = top + head + rows.length * rowHeight + gap;
    return { group, top, bottom: y - gap, rows };
  });
  return {
    isNarrow,
    isRoomy,
    left,
    barsX,
    barsWidth: (isNarrow ? right : valueX - VALUE_COLUMN) - barsX,
    valueX,
    ratioX,
    groups: planned,
    legendY: y + 10,
    height: Math.max(height, y + legend),
  };
}

function rowPlan(place: BarPlace, top: number, height: number, isNarrow: boolean): RowPlan {
  if (isNarrow) return { place, top, height, barY: top + 17, barHeight: height - 21 };
  const barHeight = Math.round(Math.min(28, height * 0.58));
  return { place, top, height, barY: top + Math.round((height - barHeight) / 2), barHeight };
}

function labelWidth(groups: readonly BarGroup[], width: number, isRoomy: boolean): number {
  const size = isRoomy ? 15 : 13;
  const places = groups.flatMap(({ bars }) => bars);
  const longest = Math.max(
    0,
    ...places.map(({ label, note }) => Math.max(sansWidth(label, size), sansWidth(note ?? '', 12))),
    ...groups.map(({ title }) => sansWidth(title, size + 1)),
  );
  return Math.min(width * MOST_LABEL_SHARE, longest + 4);
}

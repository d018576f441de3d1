// One dot a run, as long as they fit: a bar would hide six among a thousand. Where they do not fit, a dot stands for
// up to so many runs, and the drawing says for how many. Where there is room, dots and rows are larger.

interface DotSize {
  /** From the middle of a dot to the middle of the next. */
  readonly pitch: number;
  readonly dot: number;
}

const SMALL: DotSize = { pitch: 5.2, dot: 4.4 };
const SIZES: readonly DotSize[] = [{ pitch: 10, dot: 7.2 }, { pitch: 8, dot: 5.8 }, SMALL];
export const LEAST_ROW = 34;
const TALLEST_LEAST_ROW = 88;
/** What the rows take of a box that has plenty. */
const FILLED = 0.92;
const MARGIN = 14;

export interface DotPlan extends DotSize {
  readonly runsPerDot: number;
  readonly columns: number;
  readonly rowHeights: readonly number[];
}

export function dotPlanOf(counts: readonly number[], width: number, height: number): DotPlan {
  const compact = compactPlan(counts, width, height);
  const roomyRow = Math.max(LEAST_ROW, Math.min(TALLEST_LEAST_ROW, (height * FILLED) / Math.max(1, counts.length)));
  const roomy = SIZES.map((size) => planWith(size, roomyRow, compact.runsPerDot, counts, width));
  return roomy.find((plan) => totalOf(plan) <= height) ?? compact;
}

function compactPlan(counts: readonly number[], width: number, height: number): DotPlan {
  for (let factor = 1; ; factor *= 10)
    for (const step of [1, 2, 5]) {
      const plan = planWith(SMALL, LEAST_ROW, step * factor, counts, width);
      if (totalOf(plan) <= height || plan.rowHeights.every((one) => one === LEAST_ROW)) return plan;
    }
}

function planWith(
  size: DotSize,
  leastRow: number,
  runsPerDot: number,
  counts: readonly number[],
  width: number,
): DotPlan {
  const columns = Math.max(1, Math.floor(width / size.pitch));
  const rowHeights = counts.map((count) => {
    const lines = Math.ceil(Math.ceil(count / runsPerDot) / columns);
    return Math.max(leastRow, lines * size.pitch + MARGIN);
  });
  return { ...size, runsPerDot, columns, rowHeights };
}

function totalOf({ rowHeights }: DotPlan): number {
  return rowHeights.reduce((sum, one) => sum + one, 0);
}

/** Dots as one path of points, to be stroked with round caps. */
export function dotsPath(from: number, to: number, { columns, pitch }: DotPlan): string {
  let path = '';
  for (let dot = from; dot < to; dot++) {
    const x = (dot % columns) * pitch;
    const y = Math.floor(dot / columns) * pitch;
    path += `M${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}h0`;
  }
  return path;
}

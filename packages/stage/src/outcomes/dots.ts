// One dot a run, as long as they fit: a bar would hide six among a thousand. Where they do not fit, a dot stands for
// up to so many runs, and the drawing says for how many.

export const PITCH = 5.2;
const LEAST_ROW = 34;
const MARGIN = 14;

export interface DotPlan {
  readonly runsPerDot: number;
  readonly columns: number;
  readonly rowHeights: readonly number[];
}

export function dotPlanOf(counts: readonly number[], width: number, height: number): DotPlan {
  const columns = Math.max(1, Math.floor(width / PITCH));
  for (let factor = 1; ; factor *= 10)
    for (const step of [1, 2, 5]) {
      const runsPerDot = step * factor;
      const rowHeights = counts.map((count) => rowHeight(Math.ceil(count / runsPerDot), columns));
      const total = rowHeights.reduce((sum, one) => sum + one, 0);
      if (total <= height || rowHeights.every((one) => one === LEAST_ROW)) return { runsPerDot, columns, rowHeights };
    }
}

function rowHeight(dots: number, columns: number): number {
  return Math.max(LEAST_ROW, Math.ceil(dots / columns) * PITCH + MARGIN);
}

/** Dots as one path of points, to be stroked with round caps. */
export function dotsPath(from: number, to: number, columns: number): string {
  let path = '';
  for (let dot = from; dot < to; dot++) {
    const x = Math.floor(dot % columns) * PITCH;
    const y = Math.floor(dot / columns) * PITCH;
    path += `M${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}h0`;
  }
  return path;
}

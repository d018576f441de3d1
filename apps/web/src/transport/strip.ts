// The pixels of the strip: a row an actor, darker where it did more of what happened, a cross where something was lost.
// Painted once as what has happened and once as what is still to come; the cursor decides how much is taken of each.
import { MOST_PARTS, type Overview } from './overview.ts';
import type { ScrubberLayout } from './scrubber-layout.ts';

/** Red, green, blue. */
export type Rgb = readonly [number, number, number];

/** Straight RGBA, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

export interface Strip {
  readonly past: Pixels;
  readonly future: Pixels;
}

interface StripOptions {
  readonly overview: Overview;
  readonly layout: ScrubberLayout;
  /** Device pixels in a CSS pixel. */
  readonly ratio: number;
  /** By row. */
  readonly colours: readonly Rgb[];
  readonly ink: Rgb;
}

/** How an actor is seen that did the least of all, beside 1 for who did the most. */
const FAINTEST = 0.3;
const FUTURE = 0.35;
const CROSS = 3;
const OPAQUE = 255;

export function stripOf({ overview, layout, ratio, colours, ink }: StripOptions): Strip {
  const width = Math.max(1, Math.ceil(layout.right * ratio));
  const height = Math.max(1, Math.ceil(layout.bottom * ratio));
  const past = { width, height, data: new Uint8ClampedArray(width * height * 4) };
  const future = { width, height, data: new Uint8ClampedArray(width * height * 4) };
  const { shares, losses } = columnsOf(overview, layout, ratio, width);
  const most = shares.reduce((max, row) => row.reduce((highest, share) => Math.max(highest, share), max), 0);
  for (const [row, { id }] of layout.rows.entries()) {
    const middle = (layout.rowY.get(id) as number) * ratio;
    const high = (layout.rowHeight - Math.min(3, layout.rowHeight / 4)) * ratio;
    const top = Math.round(middle - high / 2);
    const bottom = Math.max(top + 1, Math.round(middle + high / 2));
    const share = shares[row] as Float32Array;
    const colour = colours[row] ?? ink;
    for (let x = 0; x < width; x++) {
      if (share[x] === 0) continue;
      const seen = FAINTEST + (1 - FAINTEST) * Math.sqrt((share[x] as number) / most);
      for (let y = top; y < bottom; y++) {
        put(past, x, y, colour, OPAQUE * seen);
        put(future, x, y, colour, OPAQUE * seen * FUTURE);
      }
    }
    for (const x of losses[row] as readonly number[])
      for (let d = -CROSS * ratio; d <= CROSS * ratio; d++)
        for (let thick = 0; thick < Math.ceil(ratio); thick++)
          for (const y of [Math.round(middle) + d, Math.round(middle) - d])
            for (const pixels of [past, future]) put(pixels, Math.round(x + d) + thick, y, ink, OPAQUE);
  }
  return { past, future };
}

/** Of each pixel column, the share of its events that each row has; and the columns in which something was lost. */
function columnsOf(overview: Overview, layout: ScrubberLayout, ratio: number, width: number) {
  const rows = layout.rows.length;
  const shares = Array.from({ length: rows }, () => new Float32Array(width));
  const losses = Array.from({ length: rows }, (): number[] => []);
  const totals = new Float32Array(width);
  const parts = Math.min(MOST_PARTS, Math.ceil(overview.length / overview.each));
  for (let part = 0; part < parts; part++) {
    const first = part * overview.each;
    const last = Math.min(overview.length, first + overview.each) - 1;
    const from = Math.floor(layout.x(first) * ratio);
    const to = Math.min(width, Math.max(from + 1, Math.floor((layout.x(last) + layout.unit * 0.72) * ratio)));
    for (let x = from; x < to; x++) totals[x] = (totals[x] as number) + (last - first + 1);
    for (let row = 0; row < rows; row++) {
      const count = overview.countIn(row, part);
      if (count === 0) continue;
      const share = shares[row] as Float32Array;
      for (let x = from; x < to; x++) share[x] = (share[x] as number) + count;
      const marks = losses[row] as number[];
      // Crosses side by side are no longer crosses.
      const isApart = from - (marks.at(-1) ?? Number.NEGATIVE_INFINITY) > CROSS * 2 * ratio;
      if (isApart && overview.isLossIn(row, part)) marks.push(from);
    }
  }
  for (const share of shares)
    for (let x = 0; x < width; x++) if (share[x] !== 0) share[x] = (share[x] as number) / (totals[x] as number);
  return { shares, losses };
}

function put({ width, height, data }: Pixels, x: number, y: number, [red, green, blue]: Rgb, alpha: number): void {
  if (x < 0 || x >= width || y < 0 || y >= height) return;
  const at = (y * width + x) * 4;
  data[at] = red;
  data[at + 1] = green;
  data[at + 2] = blue;
  data[at + 3] = alpha;
}

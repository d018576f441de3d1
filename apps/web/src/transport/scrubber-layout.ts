// Where each event stands in the scrubber, in pixels, and which step lies under a pixel. Pure: the drawing in marks and
// the drawing in pixels use the same.
import { type Actor, type Pace, paceOf, type Spacing, type Trace } from '@lockstep/trace';

export interface ScrubberLayout {
  readonly rows: readonly Actor[];
  /** Middle of each actor's row. */
  readonly rowY: ReadonlyMap<string, number>;
  readonly rowHeight: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Width of one event's place. */
  readonly unit: number;
  readonly gaps: Pace['gaps'];
  /** Left edge of an event's place. */
  readonly x: (seq: number) => number;
  /** The cursor whose step lies under a pixel; 0 before the first. */
  readonly cursorAt: (x: number) => number;
}

interface ScrubberBox {
  readonly width: number;
  /** Room for the names of the rows. */
  readonly labels: number;
  readonly rowHeight: number;
  readonly top: number;
  /** Events to lay out: the trace may have grown since. */
  readonly count: number;
}

export function scrubberLayout(trace: Trace, spacing: Spacing, box: ScrubberBox): ScrubberLayout {
  const pace = paceOf(trace, spacing);
  const { positions } = pace;
  const count = Math.min(box.count, positions.length);
  const left = box.labels;
  const right = Math.max(left + 1, box.width);
  const scale = count === 0 ? 0 : (right - left) / pace.length;
  const rows = trace.header.actors;
  const x = (seq: number): number => left + (positions[seq] ?? pace.length) * scale;
  return {
    rows,
    rowY: new Map(rows.map((actor, index) => [actor.id, box.top + (index + 0.5) * box.rowHeight])),
    rowHeight: box.rowHeight,
    left,
    right,
    bottom: box.top + rows.length * box.rowHeight,
    unit: scale,
    gaps: pace.gaps,
    x,
    cursorAt(pixel) {
      if (count === 0 || pixel < x(0)) return 0;
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (x(middle) <= pixel) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
  };
}

/** Labels along a line, in order, that do not run into each other: the others keep only their mark. */
export function withoutCollisions<Label extends { readonly x: number; readonly text: string }>(
  labels: readonly Label[],
  right: number,
): readonly (Label & { readonly isNamed: boolean })[] {
  return labels.map((label, index) => {
    const end = label.x + MARK_WIDTH + widthOf(label.text);
    return { ...label, isNamed: end <= (labels[index + 1]?.x ?? right) };
  });
}

const MARK_WIDTH = 16;

/** Roughly, at 11.5 px: a Chinese character is as wide as the type is high. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 11.5 : /[A-Z]/.test(character) ? 7.6 : 6;
  return width;
}

/** Room that the length of a gap takes, in pixels. */
const GAP_NAME = 52;

/** Of gaps too close to each other only the longest says its length. Returns their `after`. */
export function gapsWithRoom(
  gaps: readonly { readonly after: number; readonly lengthUs: number; readonly x: number }[],
): ReadonlySet<number> {
  const named: (typeof gaps)[number][] = [];
  for (const gap of gaps.toSorted((a, b) => b.lengthUs - a.lengthUs))
    if (named.every(({ x }) => Math.abs(x - gap.x) >= GAP_NAME)) named.push(gap);
  return new Set(named.map(({ after }) => after));
}

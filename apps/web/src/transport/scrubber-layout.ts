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
  const count = Math.min(box.count, pace.count);
  const left = box.labels;
  const right = Math.max(left + 1, box.width);
  const scale = count === 0 ? 0 : (right - left) / pace.length;
  const rows = trace.header.actors;
  const x = (seq: number): number => left + pace.positionOf(seq) * scale;
  return {
    rows,
    rowY: new Map(rows.map((actor, index) => [actor.id, box.top + (index + 0.5) * box.rowHeight])),
    rowHeight: box.rowHeight,
    left,
    right,
    bottom: box.top + rows.length * box.rowHeight,
    unit: scale,
    gaps: longestGaps(pace.gaps),
    x,
    cursorAt(pixel) {
      if (count === 0 || pixel < left) return 0;
      return Math.min(count, pace.seqAt((pixel - left) / scale) + 1);
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

/** Of very many silences only the longest are marked. */
const MOST_GAPS = 60;

function longestGaps<Gap extends { readonly after: number; readonly lengthUs: number }>(
  gaps: readonly Gap[],
): readonly Gap[] {
  if (gaps.length <= MOST_GAPS) return gaps;
  const longest = gaps.toSorted((a, b) => b.lengthUs - a.lengthUs).slice(0, MOST_GAPS);
  return longest.sort((a, b) => a.after - b.after);
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

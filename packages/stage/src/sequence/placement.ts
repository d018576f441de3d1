// Where the writing stands. A label lies along its segment; where segments cross or threads come down it moves along
// its own until it touches nothing, as far as there is such a place.
import { monoWidth, sansWidth } from '../text-width.ts';
import { along, type Course, heightAt, type Piece, PLATE } from './course.ts';
import type { SegmentLabel } from './segment-label.ts';
import { lostPoint, type Thread } from './threads.ts';

export interface LabelPlace {
  /** Share of the way at which the label's middle stands. */
  readonly share: number;
  readonly size: number;
  /** Something crosses it all the same: it needs a rim of paper. */
  readonly crossed: boolean;
}

export interface NotePlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly crossed: boolean;
}

export interface Placement {
  /** By `seq` of the sending. */
  readonly labels: ReadonlyMap<number, LabelPlace>;
  /** By `seq` of the repetition. */
  readonly notes: ReadonlyMap<number, NotePlace>;
}

/** A writing as points along its middle line. */
type Writing = readonly { readonly x: number; readonly y: number }[];

type Vertical = Pick<Thread, 'x' | 'fromY' | 'toY'>;

interface Surroundings {
  readonly pieces: readonly Piece[];
  /** Dotted lines that come down: threads, and frames that stand still. */
  readonly verticals: readonly Vertical[];
  readonly boxes: readonly { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number }[];
}

/** From a segment's line up to the middle of its label, and the height of a line of writing. */
const ABOVE = 11;
const LINE = 14;
const TORN_SHARES = [0.33, 0.28, 0.4, 0.24];
const SHARES = [0.5, 0.4, 0.6, 0.32, 0.68, 0.26, 0.74];
/** How many neighbours before and after may touch a label. */
const REACH = 16;
const SIZE = 13.5;
const SMALL = 11.5;
const NOTE_SIZE = 12.5;

/**
 * @param labelOf what stands on a segment.
 * @param noteOf what stands at a thread.
 */
export function placementOf(
  courses: readonly Course[],
  threads: readonly Thread[],
  labelOf: (course: Course) => SegmentLabel,
  noteOf: (thread: Thread) => string,
): Placement {
  const labels = new Map<number, LabelPlace>();
  const placed: { readonly seq: number; readonly writing: Writing }[] = [];
  for (const [index, course] of courses.entries()) {
    const [copy] = course.copies;
    if (!copy || course.plate) continue;
    const near = within(surroundings(courses, threads, index), copy.piece);
    const label = labelOf(course);
    const length = Math.abs(copy.piece.to.x - copy.piece.from.x);
    const isTorn = course.crossing.droppedSeq !== undefined && course.crossing.deliveredSeq === undefined;
    const room = length * (isTorn ? course.tornShare - 0.08 : 0.92);
    const recent = placed
      .slice(-REACH)
      .map(({ writing }) => writing)
      .filter((writing) => touches(writing, copy.piece));
    let best: (LabelPlace & { readonly cost: number; readonly writing: Writing }) | undefined;
    // Smaller writing only where the usual one stands free nowhere.
    for (const most of [SIZE, SMALL]) {
      const size = fittingSize(label, room, most);
      const width = labelWidth(label, size);
      const half = (width / 2 + 6) / length;
      const last = (isTorn ? course.tornShare - 0.04 : 1) - half;
      for (const wanted of isTorn ? TORN_SHARES : SHARES) {
        const share = Math.max(half, Math.min(last, wanted));
        const writing = writingAlong(copy.piece, share, width);
        const cost = costOf(writing, near, recent, copy.piece);
        if (!best || cost < best.cost) best = { share, size, cost, writing, crossed: cost > 0 };
        if (cost === 0) break;
      }
      if (best?.cost === 0) break;
    }
    if (!best) continue;
    placed.push({ seq: course.crossing.sent.seq, writing: best.writing });
    labels.set(course.crossing.sent.seq, { share: best.share, size: best.size, crossed: best.crossed });
  }
  const notes = new Map<number, NotePlace>();
  const placedNotes: Writing[] = [];
  const ends = courses[0] ? [courses[0].from.kernelX, courses[0].to.kernelX] : [];
  const isOnCable = (left: number, right: number) => left > Math.min(...ends) + 3 && right < Math.max(...ends) - 3;
  for (const thread of threads) {
    const { again, of } = thread.retransmission;
    const index = courses.findIndex(({ crossing }) => crossing.sent.seq === of);
    const last = courses.findIndex(({ crossing }) => crossing.sent.seq === again);
    const near = surroundings(courses, threads, index, last);
    const recent = placed.filter(({ seq }) => seq >= of - REACH * 3 && seq <= again + REACH).map((one) => one.writing);
    const place = notePlace(
      thread,
      sansWidth(noteOf(thread), NOTE_SIZE),
      near,
      [...recent, ...placedNotes.slice(-8)],
      isOnCable,
    );
    placedNotes.push(place.writing);
    notes.set(again, place);
  }
  return { labels, notes };
}

function surroundings(
  courses: readonly Course[],
  threads: readonly Thread[],
  index: number,
  last = index,
): Surroundings {
  const near = courses.slice(Math.max(0, index - REACH), last + REACH);
  const from = near[0]?.fromY ?? 0;
  const to = near.at(-1)?.fromY ?? 0;
  return {
    pieces: near.flatMap(({ toPlate, copies }) => [...(toPlate ? [toPlate] : []), ...copies.map(({ piece }) => piece)]),
    verticals: [
      ...threads.filter((thread) => thread.toY >= from - 40 && thread.fromY <= to + 80),
      ...near.flatMap(({ copies }) =>
        copies.flatMap(({ standing }) =>
          standing ? [{ x: standing.from.x, fromY: standing.from.y, toY: standing.to.y }] : [],
        ),
      ),
    ],
    boxes: near.flatMap((course) => {
      const { plate } = course;
      const onPlate = plate && { x0: plate.x - 90, x1: plate.x + 90, y0: plate.y - PLATE - 14, y1: plate.y + PLATE };
      return [...(onPlate ? [onPlate] : []), ...reasonBox(course)];
    }),
  };
}

/** What stands under a ✕: why the cable lost it. */
function reasonBox(course: Course): Surroundings['boxes'] {
  const torn = lostPoint(course);
  if (!torn) return [];
  const width = sansWidth(course.crossing.reason ?? '', NOTE_SIZE);
  return [{ x0: torn.x + 8, x1: torn.x + 16 + width, y0: torn.y + 2, y1: torn.y + 30 }];
}

/** The lines that come as high and as low as a segment with its label. */
function within(near: Surroundings, { from, to }: Piece): Surroundings {
  const [top, bottom] = [from.y - 2 * LINE, to.y + LINE];
  return {
    ...near,
    pieces: near.pieces.filter((piece) => piece.to.y >= top && piece.from.y <= bottom),
    verticals: near.verticals.filter(({ fromY, toY }) => toY >= top && fromY <= bottom),
  };
}

/** A writing that stands as high as the label of this piece may. */
function touches(writing: Writing, { from, to }: Piece): boolean {
  const heights = [writing[0]?.y ?? 0, writing.at(-1)?.y ?? 0];
  return Math.max(...heights) > from.y - ABOVE - LINE && Math.min(...heights) < to.y - ABOVE + LINE;
}

/** How much a writing there would be in the way: 0 is not at all. */
function costOf(writing: Writing, near: Surroundings, others: readonly Writing[], own?: Piece): number {
  let cost = 0;
  const [first, last] = [writing[0], writing.at(-1)];
  if (!first || !last) return 0;
  for (const { x, y } of writing) {
    for (const piece of near.pieces) {
      const at = piece === own ? undefined : heightAt(piece, x);
      if (at !== undefined && Math.abs(at - y) < LINE / 2 + 2) cost += 1;
    }
    for (const box of near.boxes) if (x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) cost += 4;
    for (const other of others)
      for (const point of other) if (Math.abs(point.x - x) < 9 && Math.abs(point.y - y) < LINE) cost += 6;
  }
  for (const { x, fromY, toY } of near.verticals) {
    const isBeside = x < first.x - 6 || x > last.x + 6;
    if (!isBeside && fromY < Math.max(first.y, last.y) + 6 && toY > Math.min(first.y, last.y) - 6) cost += 5;
  }
  return cost;
}

function writingAlong(piece: Piece, share: number, width: number): Writing {
  const middle = along(piece, share).x;
  const steps = Math.max(1, Math.ceil(width / 12));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const x = middle - width / 2 + (width * step) / steps;
    return { x, y: (heightAt(piece, x) ?? 0) - ABOVE };
  });
}

/** Beside its thread, on the left where it can; as near to the middle as it stands free. */
function notePlace(
  thread: Thread,
  width: number,
  near: Surroundings,
  others: readonly Writing[],
  isOnCable: (left: number, right: number) => boolean,
): NotePlace & { readonly writing: Writing } {
  const around = { ...near, verticals: near.verticals.filter((one) => one !== thread) };
  const middle = (thread.fromY + thread.toY) / 2 - 4;
  const count = Math.max(0, Math.floor((thread.toY - thread.fromY - 24) / 16));
  const heights = [middle];
  for (let step = 1; step <= Math.min(count, 60); step++) {
    const y = middle + (step % 2 === 0 ? 8 : -8) * Math.ceil(step / 2);
    if (y > thread.fromY + 10 && y < thread.toY - 8) heights.push(y);
  }
  let best: (NotePlace & { writing: Writing; cost: number }) | undefined;
  for (const y of heights)
    for (const anchor of ['end', 'start'] as const) {
      const x = thread.x + (anchor === 'end' ? -10 : 10);
      const left = anchor === 'end' ? x - width : x;
      const steps = Math.max(1, Math.ceil(width / 12));
      const writing = Array.from({ length: steps + 1 }, (_, step) => ({ x: left + (width * step) / steps, y: y - 4 }));
      const cost = costOf(writing, around, others) + (isOnCable(left, left + width) ? 0 : 50);
      if (!best || cost < best.cost) best = { x, y, anchor, writing, cost, crossed: cost > 0 };
      if (cost === 0) return best;
    }
  return best as NotePlace & { writing: Writing };
}

function labelWidth(label: SegmentLabel, size: number): number {
  return monoWidth(`${label.tag ?? ''}${label.flags}${label.fields}`, size) + (label.fields === '' ? 2 : 11);
}

function fittingSize(label: SegmentLabel, room: number, most: number): number {
  const wanted = labelWidth(label, most);
  return wanted <= room ? most : Math.max(10.5, (most * room) / wanted);
}

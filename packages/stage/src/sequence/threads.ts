// The dotted threads from a segment to the one that repeats it. A lost one's thread drops from its ✕; that of one which
// arrived all the same runs down beside its sender.
import type { Retransmission } from '@lockstep/trace';
import { along, type Course, heightAt, type Point } from './course.ts';

export interface Thread {
  readonly retransmission: Retransmission;
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
}

const BESIDE = 20;
const AISLE = 12;

export function threadsOf(courses: readonly Course[]): readonly Thread[] {
  const bySent = new Map(courses.map((course) => [course.crossing.sent.seq, course]));
  const until: number[] = [];
  return courses.flatMap((course) => {
    const { resent } = course.crossing;
    const again = resent && bySent.get(resent.again);
    if (!resent || !again) return [];
    const torn = lostPoint(course);
    if (torn) {
      const piece = again.toPlate ?? again.copies[0]?.piece;
      const toY = (piece && heightAt(piece, torn.x)) ?? again.plate?.y ?? again.fromY;
      return [{ retransmission: resent, x: torn.x, fromY: torn.y + 10, toY: toY - 2 }];
    }
    const free = until.findIndex((end) => end < course.fromY);
    const aisle = free < 0 ? until.length : free;
    until[aisle] = again.fromY;
    const x = course.from.kernelX - course.from.outward * (BESIDE + (aisle % 3) * AISLE);
    const piece = course.toPlate ?? course.copies[0]?.piece;
    const piece2 = again.toPlate ?? again.copies[0]?.piece;
    const fromY = (piece && heightAt(piece, x)) ?? course.fromY;
    return [{ retransmission: resent, x, fromY: fromY + 3, toY: ((piece2 && heightAt(piece2, x)) ?? again.fromY) - 2 }];
  });
}

/** The ✕ of a crossing that no copy survived. */
export function lostPoint({ crossing, copies, tornShare, plate }: Course): Point | undefined {
  if (crossing.droppedSeq === undefined || crossing.deliveredSeq !== undefined) return undefined;
  const [first] = copies;
  return first && (plate ? first.piece.from : along(first.piece, tornShare));
}

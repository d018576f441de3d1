// The line that a frame draws on the cable: straight from kernel to kernel, or by way of a plate at the middle where the
// cable kept it back or doubled it. All in pixels, worked out from the layout alone.
import type { Copy, Crossing, Stop } from './crossings.ts';
import { type End, endAt, type Geometry } from './geometry.ts';
import { FALL, type Layout } from './layout.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One straight piece. */
export interface Piece {
  readonly from: Point;
  readonly to: Point;
}

/** The way of one copy after the plate, or all of the way where there is no plate. */
export interface CopyCourse {
  readonly copy: Copy;
  readonly piece: Piece;
  /** Where it stands still before: from under the plate down to where it leaves. */
  readonly standing: Piece | undefined;
}

export interface Course {
  readonly crossing: Crossing;
  readonly from: End;
  readonly to: End;
  readonly fromY: number;
  /** Where the cable stopped it: the plate's middle. */
  readonly plate: (Point & { readonly stop: Stop }) | undefined;
  /** The first way to the plate. */
  readonly toPlate: Piece | undefined;
  readonly copies: readonly CopyCourse[];
  /** The share of its way after which it is torn, where it is lost without having been stopped. */
  readonly tornShare: number;
}

/** Half the height of a plate. */
export const PLATE = 11;
const TORN = 0.6;
const TORN_ASIDE = [0, 0.08, -0.08, 0.16, -0.16];
const STOP_ASIDE = [0, 22, -22, 44, -44];

export function coursesOf(crossings: readonly Crossing[], layout: Layout, geometry: Geometry): readonly Course[] {
  const torn = createAisles();
  const stopped = createAisles();
  return crossings.flatMap((crossing): readonly Course[] => {
    const from = endAt(geometry, crossing.sent.from);
    const to = geometry.ends.find((end) => end !== from);
    if (!from || !to) return [];
    const fromY = layout.y[crossing.sent.seq] ?? 0;
    const yOf = (seq: number | undefined) => (seq === undefined ? undefined : layout.y[seq]);
    const [stop] = crossing.stops;
    if (!stop) {
      const lostIn = crossing.droppedSeq === undefined ? 0 : torn(crossing.sent.seq, crossing.resent?.again ?? 0);
      const copies = crossing.copies.map((copy) => {
        const landsY = copy.dropped ? undefined : yOf(copy.endSeq);
        const piece = { from: { x: from.kernelX, y: fromY }, to: { x: to.kernelX, y: landsY ?? fromY + FALL } };
        return { copy, piece, standing: undefined };
      });
      const tornShare = TORN + (TORN_ASIDE[lostIn] ?? 0);
      return [{ crossing, from, to, fromY, plate: undefined, toPlate: undefined, copies, tornShare }];
    }
    const endSeq = Math.max(...crossing.copies.map((copy) => copy.endSeq ?? Number.MAX_SAFE_INTEGER));
    const aside = geometry.compact ? 0 : (STOP_ASIDE[stopped(stop.seq, endSeq)] ?? 0);
    const plate = { x: geometry.middleX + aside, y: layout.y[stop.seq] ?? fromY + FALL / 2, stop };
    const forward = to.kernelX > from.kernelX ? 1 : -1;
    const copies = crossing.copies.map((copy, index) => {
      const x = plate.x + index * forward * 16;
      const endY = yOf(copy.endSeq) ?? plate.y + FALL;
      const leavesY = copy.dropped ? endY : Math.max(plate.y + PLATE, endY - FALL / 2);
      const standing = { from: { x, y: plate.y + PLATE }, to: { x, y: leavesY } };
      const piece = { from: { x, y: leavesY }, to: { x: to.kernelX, y: endY + (copy.dropped ? FALL / 2 : 0) } };
      return { copy, piece, standing: leavesY > plate.y + PLATE + 2 ? standing : undefined };
    });
    const toPlate = { from: { x: from.kernelX, y: fromY }, to: { x: plate.x, y: plate.y } };
    return [{ crossing, from, to, fromY, plate, toPlate, copies, tornShare: 0 }];
  });
}

/** Hands out places side by side: two that last at the same time get different ones. */
function createAisles(): (from: number, to: number) => number {
  const until: number[] = [];
  return (from, to) => {
    const free = until.findIndex((end) => end < from);
    const aisle = free < 0 ? until.length : free;
    until[aisle] = to;
    return aisle % TORN_ASIDE.length;
  };
}

/** Where the ✕ of a lost frame lies. */
export function tornAt({ piece }: CopyCourse, share: number): Point {
  return along(piece, share);
}

export function along({ from, to }: Piece, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The height of a piece at this x; undefined beside it. */
export function heightAt({ from, to }: Piece, x: number): number | undefined {
  const share = from.x === to.x ? -1 : (x - from.x) / (to.x - from.x);
  return share < 0 || share > 1 ? undefined : from.y + (to.y - from.y) * share;
}

// The line of an edge from border to border, and the arrow's direction.
import type { WaitForEdge } from '@lockstep/trace';
import type { Seat } from './seats.ts';

export interface EdgeLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Control point of the curve; on a straight line its middle. */
  readonly via: Point;
  readonly middle: Point;
  /** Degrees, of the direction in which it arrives. */
  readonly angle: number;
  /** There is an edge the other way too, at its left. */
  readonly isDouble: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const GAP = 4;
/** Two edges between the same seats lie this far from the line between them. */
const APART = 8;
/** How far a bow swings out, as a part of its length. */
const BOW = 0.3;

export function edgeKey({ kind, thread, on }: WaitForEdge): string {
  return `${kind} ${thread} ${on}`;
}

/** From a thread to a thread it is a bow: what lies between them has nothing to do with it. */
export function edgeLine(from: Seat, to: Seat, isDouble: boolean): EdgeLine {
  const bow = from.kind === 'thread' && to.kind === 'thread' ? BOW : 0;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const via = { x: round((from.x + to.x) / 2 - dy * bow), y: round((from.y + to.y) / 2 + dx * bow) };
  const leaving = Math.atan2(via.y - from.y, via.x - from.x);
  const arriving = Math.atan2(to.y - via.y, to.x - via.x);
  const aside = isDouble ? APART : 0;
  const [cos, sin] = [Math.cos(arriving), Math.sin(arriving)];
  const start = borderAt(from, Math.cos(leaving), Math.sin(leaving)) + GAP;
  const end = borderAt(to, cos, sin) + GAP;
  const [x1, y1] = [from.x + Math.cos(leaving) * start - sin * aside, from.y + Math.sin(leaving) * start + cos * aside];
  const [x2, y2] = [to.x - cos * end - sin * aside, to.y - sin * end + cos * aside];
  const shifted = { x: round(via.x - sin * aside), y: round(via.y + cos * aside) };
  return {
    x1: round(x1),
    y1: round(y1),
    x2: round(x2),
    y2: round(y2),
    via: shifted,
    middle:
      bow === 0 ? half({ x: x1, y: y1 }, { x: x2, y: y2 }) : half(half({ x: x1, y: y1 }, { x: x2, y: y2 }), shifted),
    angle: round((arriving * 180) / Math.PI),
    isDouble,
  };
}

/** @param short what the arrow's head covers of its end */
export function edgePath({ x1, y1, x2, y2, via, angle }: EdgeLine, short = 0): string {
  const back = (angle * Math.PI) / 180;
  return `M${x1} ${y1}Q${via.x} ${via.y} ${round(x2 - Math.cos(back) * short)} ${round(y2 - Math.sin(back) * short)}`;
}

/** How far the border of a circle or box lies from its middle, in this direction. */
function borderAt({ kind, halfWidth, halfHeight }: Seat, cos: number, sin: number): number {
  if (kind === 'thread') return halfWidth;
  return Math.min(halfWidth / Math.max(Math.abs(cos), 1e-6), halfHeight / Math.max(Math.abs(sin), 1e-6));
}

function half(a: Point, b: Point): Point {
  return { x: round((a.x + b.x) / 2), y: round((a.y + b.y) / 2) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

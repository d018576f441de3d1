// The way of an arrow from box to box: straight, round one corner, or round two.
import { PLACES, type Place, SHEET, type Side, type Transition } from './diagram.ts';

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Half the size of a box. */
  readonly halfWidth: number;
  readonly halfHeight: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Route {
  readonly points: readonly Point[];
  /** Degrees of the direction in which it arrives. */
  readonly angle: number;
  readonly label: Point & { readonly anchor: 'start' | 'middle' | 'end' };
}

export function middleOf(place: Place, sheet: Sheet): Point {
  const { x, y } = PLACES[place];
  return { x: Math.round((x * sheet.width) / SHEET.width), y: Math.round((y * sheet.height) / SHEET.height) };
}

export function routeOf(transition: Transition, sheet: Sheet): Route {
  const { leaves, enters, legAt } = transition;
  const start = portOf(transition.from, leaves.side, leaves.aside ?? 0, sheet);
  const end = portOf(transition.to, enters.side, enters.aside ?? 0, sheet);
  const isUpright = leaves.side === 'top' || leaves.side === 'bottom';
  const endsUpright = enters.side === 'top' || enters.side === 'bottom';
  const points = [start];
  if (legAt !== undefined) {
    const y = start.y + (end.y - start.y) * legAt;
    points.push({ x: start.x, y }, { x: end.x, y });
  } else if (isUpright !== endsUpright) points.push(isUpright ? { x: start.x, y: end.y } : { x: end.x, y: start.y });
  points.push(end);
  return { points, angle: ANGLES[enters.side], label: labelOf(transition, points) };
}

/** Round the right margin to the second CLOSED: for what the figure has no arrow for, a reset above all. */
export function jumpOf(from: Place, to: Place, sheet: Sheet): Route {
  const start = portOf(from, 'right', 6, sheet);
  const end = portOf(to, 'right', 0, sheet);
  const x = sheet.width - 10;
  const points = [start, { x, y: start.y }, { x, y: end.y }, end];
  return { points, angle: 180, label: { x: (start.x + x) / 2, y: start.y + 13, anchor: 'middle' } };
}

const ANGLES: Readonly<Record<Side, number>> = { top: 90, bottom: -90, left: 0, right: 180 };

function portOf(place: Place, side: Side, aside: number, sheet: Sheet): Point {
  const { x, y } = middleOf(place, sheet);
  const across = (aside * sheet.halfWidth) / 59;
  const down = (aside * sheet.halfHeight) / 13;
  switch (side) {
    case 'top':
      return { x: x + across, y: y - sheet.halfHeight };
    case 'bottom':
      return { x: x + across, y: y + sheet.halfHeight };
    case 'left':
      return { x: x - sheet.halfWidth, y: y + down };
    case 'right':
      return { x: x + sheet.halfWidth, y: y + down };
  }
}

function labelOf({ label }: Transition, points: readonly Point[]): Route['label'] {
  const legs = points.slice(1).map((to, index) => ({ from: points[index] as Point, to }));
  const isLevel = ({ from, to }: { from: Point; to: Point }) => Math.abs(from.y - to.y) < 1;
  const leg = legs.find((one) => isLevel(one) === (label.leg === 'horizontal')) ?? legs[0];
  const middle = leg ? { x: (leg.from.x + leg.to.x) / 2, y: (leg.from.y + leg.to.y) / 2 } : { x: 0, y: 0 };
  if (label.leg === 'horizontal')
    return { x: middle.x, y: middle.y + (label.side === 'before' ? -5 : 13), anchor: 'middle' };
  return label.side === 'before'
    ? { x: middle.x - 6, y: middle.y + 4, anchor: 'end' }
    : { x: middle.x + 6, y: middle.y + 4, anchor: 'start' };
}

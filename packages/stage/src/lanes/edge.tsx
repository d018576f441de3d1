// What ties a lane to a track at one step: arrow heads say who got something from whom.
import { colourClass } from '../actor-colour.ts';
import { ArrowHead } from '../marks/arrow-head.tsx';
import type { LanePlace } from './floor-plan.ts';
import type { Way } from './touch-of.ts';

interface EdgeProps {
  readonly lane: LanePlace;
  readonly x: number;
  /** Where the track is met. */
  readonly y: number;
  readonly way: Way;
  readonly isNow: boolean;
}

export function Edge({ lane, x, y, way, isNow }: EdgeProps) {
  const { edge, away } = borderOf(lane);
  return (
    <g className={`ls-edge ${colourClass(lane.actor.colour)}`} data-way={way} data-now={isNow || undefined}>
      <line x1={x} x2={x} y1={edge} y2={y} className={way === 'look' || way === 'fail' ? 'ls-load' : 'ls-held-edge'} />
      {way === 'take' && <ArrowHead x={x} y={edge - away * 2} angle={away * 90} length={7} />}
      {way === 'give' && <ArrowHead x={x} y={y + away * 3} angle={away * -90} length={7} />}
      {way === 'look' && <circle cx={x} cy={y} r={3} className="ls-load-ring" />}
      {way === 'fail' && <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} className="ls-fail-cross" />}
    </g>
  );
}

/** The side of a lane that faces the tracks, and the direction from there away from them. */
export function borderOf({ side, top, height }: LanePlace): { readonly edge: number; readonly away: 1 | -1 } {
  return side === 'above' ? { edge: top + height, away: -1 } : { edge: top, away: 1 };
}

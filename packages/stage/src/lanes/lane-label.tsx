import { colourClass } from '../actor-colour.ts';
import type { FloorPlan, LanePlace } from './floor-plan.ts';

/** Digit, name and program of a lane, left of it. */
export function LaneLabel({
  place,
  name,
  plan,
}: {
  readonly place: LanePlace;
  readonly name: (actor: string) => string;
  readonly plan: FloorPlan;
}) {
  const { actor, number, top, height } = place;
  const middle = top + height / 2;
  if (number === undefined)
    return (
      <text x={8} y={middle + 4.5} className="ls-lane-name" data-ink>
        {name(actor.id)}
      </text>
    );
  return (
    <g className={colourClass(actor.colour)}>
      <circle cx={19} cy={middle} r={10} className="ls-fill" />
      <text x={19} y={middle + 4.5} textAnchor="middle" className="ls-digit">
        {number}
      </text>
      {!plan.compact && (
        <>
          <text x={36} y={middle - (actor.program ? 2 : -4.5)} className="ls-lane-name">
            {name(actor.id)}
          </text>
          {actor.program && (
            <text x={36} y={middle + 14} className="ls-address" style={{ fontSize: 11 }}>
              {fitted(`${actor.program}()`, 12)}
            </text>
          )}
        </>
      )}
    </g>
  );
}

function fitted(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

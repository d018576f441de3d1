import { colourClass } from '../actor-colour.ts';
import { monoWidth, sansWidth } from '../text-width.ts';
import type { FloorPlan, LanePlace } from './floor-plan.ts';

interface LaneLabelProps {
  readonly place: LanePlace;
  readonly name: (actor: string) => string;
  readonly plan: FloorPlan;
  /** Said of a daemon. */
  readonly besides?: string | undefined;
}

/** Character, name and program of a lane, left of it. */
export function LaneLabel({ place, name, plan, besides }: LaneLabelProps) {
  const { actor, number, top, height } = place;
  const middle = top + height / 2;
  const size = height < 16 ? 11 : height < 22 ? 12 : 13.5;
  if (number === undefined)
    return (
      <text x={8} y={middle + 4.5} className="ls-lane-name" data-ink style={{ fontSize: size }}>
        {name(actor.id)}
      </text>
    );
  const program = actor.program && fitted(`${actor.program}()`, 12);
  const under = besides ?? program;
  const hasUnder = under !== undefined && height >= 30;
  const radius = height < 16 ? 7 : height < 20 ? 8 : 10;
  const room = plan.left - 40;
  return (
    <g className={colourClass(actor.colour)}>
      <circle cx={19} cy={middle} r={radius} className={besides === undefined ? 'ls-fill' : 'ls-daemon-disc'} />
      <text
        x={19}
        y={middle + radius * 0.43}
        textAnchor="middle"
        style={{ fontSize: radius < 8 ? 10.5 : 12.5 }}
        className={besides === undefined ? 'ls-digit' : 'ls-digit ls-daemon-digit'}
      >
        {number}
      </text>
      {!plan.compact && (
        <>
          <text x={36} y={middle + (hasUnder ? -2 : 4.5)} className="ls-lane-name" style={{ fontSize: size }}>
            {clipped(name(actor.id), room, size)}
          </text>
          {hasUnder && (
            <text x={36} y={middle + 13} className="ls-address" style={{ fontSize: 11 }}>
              {program !== undefined && besides !== undefined && monoWidth(`${program} ${besides}`, 11) < room
                ? `${program} ${besides}`
                : under}
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

function clipped(text: string, room: number, size: number): string {
  if (sansWidth(text, size) <= room) return text;
  return `${text.slice(0, Math.max(1, Math.floor(room / (size * 0.56)) - 1))}…`;
}

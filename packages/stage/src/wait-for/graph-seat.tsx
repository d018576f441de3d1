import { type ColourNumber, colourClass } from '../actor-colour.ts';
import { isAside, type Seat, type SeatPlan } from './seats.ts';

interface ThreadSeatProps {
  readonly seat: Seat;
  readonly plan: SeatPlan;
  readonly colour: ColourNumber;
  readonly digit: string;
  readonly name: string;
  readonly state: 'going' | 'waiting' | 'over' | 'unborn';
  /** Id of the pattern of waiting. */
  readonly hatch: string;
}

/** A circle: filled while the thread goes on, hatched while it waits, an outline before it begins and after its end. */
export function ThreadSeat({ seat, plan, colour, digit, name, state, hatch }: ThreadSeatProps) {
  const { x, y } = seat;
  return (
    <g className={`ls-thread-seat ${colourClass(colour)}`} data-state={state}>
      <circle cx={x} cy={y} r={plan.radius} className="ls-thread-disc" />
      {state === 'waiting' && <circle cx={x} cy={y} r={plan.radius - 1} fill={`url(#${hatch})`} />}
      {state === 'waiting' && <circle cx={x} cy={y} r={plan.radius * 0.58} className="ls-thread-eye" />}
      <text x={x} y={y + plan.radius * 0.29} textAnchor="middle" style={{ fontSize: plan.radius * 0.8 }}>
        {digit}
      </text>
      {plan.hasNames && <NameBeside seat={seat} radius={plan.radius} name={name} />}
    </g>
  );
}

function NameBeside({ seat: { x, y, outwards }, radius, name }: { seat: Seat; radius: number; name: string }) {
  const side = Math.sign(outwards.x);
  return isAside(outwards) ? (
    <text x={x + side * (radius + 14)} y={y + 4.5} textAnchor={side > 0 ? 'start' : 'end'} className="ls-seat-name">
      {name}
    </text>
  ) : (
    <text x={x} y={outwards.y > 0 ? y + radius + 27 : y - radius - 17} textAnchor="middle" className="ls-seat-name">
      {name}
    </text>
  );
}

interface LockSeatProps {
  readonly seat: Seat;
  readonly plan: SeatPlan;
  readonly isHeld: boolean;
}

/** A box: thin while the lock is free. */
export function LockSeat({ seat: { id, x, y, halfWidth, halfHeight }, plan, isHeld }: LockSeatProps) {
  return (
    <g className="ls-lock-seat" data-held={isHeld || undefined}>
      <rect x={x - halfWidth} y={y - halfHeight} width={2 * halfWidth} height={2 * halfHeight} rx={2} />
      <text x={x} y={y + 4.8} textAnchor="middle" style={{ fontSize: plan.radius > 18 ? 14 : 12 }}>
        {id.slice(plan.prefix.length)}
      </text>
    </g>
  );
}

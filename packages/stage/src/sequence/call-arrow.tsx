import { type ColourNumber, colourClass } from '../actor-colour.ts';
import { ArrowHead } from '../marks/arrow-head.tsx';

interface CallArrowProps {
  readonly colour: ColourNumber;
  readonly fromX: number;
  readonly toX: number;
  readonly y: number;
  readonly label: string;
  readonly future: boolean;
  /** A return: thinner, and its label in body ink. */
  readonly returns?: boolean;
  /** The label stands under the arrow. */
  readonly below?: boolean;
}

/** A call from program to kernel, or its return. */
export function CallArrow({ colour, fromX, toX, y, label, future, returns = false, below = false }: CallArrowProps) {
  const direction = toX > fromX ? 1 : -1;
  const tip = toX - direction * 3;
  return (
    <g
      className={`ls-call ${colourClass(colour)}`}
      data-future={future || undefined}
      data-returns={returns || undefined}
    >
      <line x1={fromX} y1={y} x2={tip - direction * 4} y2={y} className="ls-call-line" />
      <ArrowHead x={tip} y={y} angle={direction === 1 ? 0 : 180} length={returns ? 6 : 8} className="ls-call-head" />
      {label !== '' && (
        <text x={(fromX + toX) / 2} y={below ? y + 14 : y - 6} textAnchor="middle" className="ls-call-text">
          {label}
        </text>
      )}
    </g>
  );
}

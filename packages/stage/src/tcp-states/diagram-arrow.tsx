import type { ColourNumber } from '@lockstep/trace';
import { colourClass } from '../actor-colour.ts';
import { ArrowHead } from '../marks/arrow-head.tsx';
import type { Route } from './route.ts';

interface DiagramArrowProps {
  readonly route: Route;
  readonly event: string;
  readonly action: string | undefined;
  readonly hasLabel: boolean;
  /** It cannot be gone any more. */
  readonly faint: boolean;
  /** It is the present step. */
  readonly now: boolean;
  /** Whose ends went this way, and whether only the segments say so. */
  readonly gone: readonly { readonly colour: ColourNumber; readonly isImplied: boolean; readonly host: string }[];
}

/** One transition, and who has gone it. */
export function DiagramArrow({ route, event, action, hasLabel, faint, now, gone }: DiagramArrowProps) {
  const tip = route.points.at(-1) ?? { x: 0, y: 0 };
  const d = route.points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return (
    <g
      className="ls-tcp-arrow"
      data-faint={faint || undefined}
      data-now={now || undefined}
      data-gone={gone.length > 0 || undefined}
    >
      <path d={d} className="ls-tcp-way" />
      {gone.map(({ colour, isImplied, host }, index) => (
        <g
          key={host}
          className={colourClass(colour)}
          transform={gone.length > 1 ? `translate(${index * 4 - 2} ${index * 4 - 2})` : undefined}
        >
          <path d={d} className="ls-tcp-gone" data-implied={isImplied || undefined} />
        </g>
      ))}
      <g className={gone[0] ? colourClass(gone[0].colour) : undefined}>
        <ArrowHead
          x={tip.x}
          y={tip.y}
          angle={route.angle}
          length={now ? 11 : gone.length > 0 ? 9 : 7}
          className="ls-tcp-head"
        />
      </g>
      {hasLabel && (
        <text x={route.label.x} y={route.label.y} textAnchor={route.label.anchor} className="ls-tcp-label ls-halo">
          {event}
          {action !== undefined && <tspan className="ls-tcp-action">{` / ${action}`}</tspan>}
        </text>
      )}
    </g>
  );
}

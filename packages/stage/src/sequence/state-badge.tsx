import { type ColourNumber, colourClass } from '../actor-colour.ts';
import { monoWidth } from '../text-width.ts';

interface StateBadgeProps {
  readonly colour: ColourNumber;
  readonly kernelX: number;
  readonly outward: 1 | -1;
  readonly y: number;
  readonly text: string;
  /** `now`: the state at the cursor. `derived`: only the segments say so. */
  readonly kind: 'passed' | 'now' | 'future' | 'derived';
  /** The segments imply the same: a dashed line under the badge. */
  readonly agreed: boolean;
  /** The socket in this state is no more. */
  readonly struck: boolean;
  readonly compact: boolean;
  /** Also for a derived state: it is the one at the cursor. */
  readonly now: boolean;
  readonly title: string;
}

/** A state of one end, outside its kernel's lifeline and tied to it by a stub. */
export function StateBadge(props: StateBadgeProps) {
  const { colour, kernelX, outward, y, text, kind, agreed, struck, compact, now, title } = props;
  const size = compact ? 11 : 11.5;
  const height = compact ? 18 : 20;
  const width = Math.round(monoWidth(text, size) + (compact ? 8 : 14));
  const near = kernelX + outward * 8;
  const left = outward === 1 ? near : near - width;
  return (
    <g className={`ls-state ${colourClass(colour)}`} data-kind={kind} data-now={now || undefined}>
      <title>{title}</title>
      <line x1={kernelX} y1={y} x2={near} y2={y} className="ls-state-stub" />
      <rect
        x={left + 0.5}
        y={y - height / 2 + 0.5}
        width={width - 1}
        height={height - 1}
        rx={2}
        className="ls-state-box"
      />
      <text
        x={left + width / 2}
        y={y + 4}
        textAnchor="middle"
        className="ls-state-text"
        style={{ fontSize: size }}
        textDecoration={struck ? 'line-through' : undefined}
      >
        {text}
      </text>
      {agreed && (
        <line
          x1={left + 1}
          y1={y + height / 2 + 2}
          x2={left + width - 1}
          y2={y + height / 2 + 2}
          className="ls-state-agreed"
        />
      )}
    </g>
  );
}

import { ArrowHead } from '../marks/arrow-head.tsx';
import { monoWidth } from '../text-width.ts';
import type { ObjectColumn, ObjectPlan } from './object-plan.ts';

interface NameMarkProps {
  readonly label: string;
  readonly index: number;
  readonly column: ObjectColumn;
  readonly plan: ObjectPlan;
  /** It refers to the object now. */
  readonly isHolding: boolean;
  readonly isNow: boolean;
}

/** A name above its object, with its arrow while it refers to it; pale when it no longer does. */
export function NameMark({ label, index, column, plan, isHolding, isNow }: NameMarkProps) {
  const size = plan.isNarrow ? 11 : 12.5;
  const pitch = plan.isNarrow ? 8 : 14;
  const width = monoWidth(label, size) + (plan.isNarrow ? 8 : 14);
  const y = plan.namesTop + index * plan.namePitch;
  // The highest name has the outermost line, so that no line crosses a name.
  const lineX = column.x + plan.boxWidth / 2 - 10 - index * pitch;
  const right = column.x + plan.boxWidth / 2 - 10 - (column.names.length - 1) * pitch - 8;
  const middle = y + 10;
  return (
    <g className="ls-reference" data-gone={!isHolding || undefined} data-now={isNow || undefined}>
      <rect x={right - width} y={y} width={width} height={20} rx={2} className="ls-reference-box" />
      <text
        x={right - width / 2}
        y={y + 14.5}
        textAnchor="middle"
        className="ls-reference-name"
        style={{ fontSize: size }}
      >
        {label}
      </text>
      {isHolding && (
        <>
          <path d={`M${right} ${middle}H${lineX}V${plan.boxTop - 6}`} className="ls-reference-line" />
          <ArrowHead x={lineX} y={plan.boxTop - 1} angle={90} length={8} className="ls-reference-head" />
        </>
      )}
    </g>
  );
}

interface AttributeMarkProps {
  readonly label: string;
  readonly from: ObjectColumn;
  readonly to: ObjectColumn;
  readonly plan: ObjectPlan;
  readonly isNow: boolean;
}

/** An attribute of one object that refers to another: straight between neighbours, below the boxes between others. */
export function AttributeMark({ label, from, to, plan, isNow }: AttributeMarkProps) {
  const isForward = from.x < to.x;
  const half = plan.boxWidth / 2;
  const isStraight = from !== to && Math.abs(from.x - to.x) <= plan.columnWidth * 1.01;
  const y = plan.boxTop + (isForward ? 26 : 58);
  const foot = plan.boxTop + plan.boxHeight;
  const x1 = isForward ? from.x + half : from.x - half;
  const x2 = isForward ? to.x - half : to.x + half;
  const room = Math.abs(x2 - x1) - 16;
  const path = isStraight
    ? `M${x1} ${y}H${x2 + (isForward ? -7 : 7)}`
    : `M${from.x + 14} ${foot}C${from.x + 14} ${foot + 48} ${to.x - 14} ${foot + 48} ${to.x - 14} ${foot + 8}`;
  return (
    <g className="ls-reference" data-now={isNow || undefined}>
      <path d={path} className="ls-reference-line" />
      {isStraight ? (
        <ArrowHead x={x2} y={y} angle={isForward ? 0 : 180} length={8} className="ls-reference-head" />
      ) : (
        <ArrowHead x={to.x - 14} y={foot + 1} angle={-90} length={8} className="ls-reference-head" />
      )}
      {isStraight && monoWidth(label, 12) <= room && (
        <text x={(x1 + x2) / 2} y={y - 6} textAnchor="middle" className="ls-reference-name">
          {label}
        </text>
      )}
    </g>
  );
}

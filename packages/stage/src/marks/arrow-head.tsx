interface ArrowHeadProps {
  readonly x: number;
  readonly y: number;
  /** Degrees; 0 points right, 90 down. */
  readonly angle: number;
  readonly length: number;
  readonly className?: string;
}

/** A solid head whose tip lies at (x, y). */
export function ArrowHead({ x, y, angle, length, className = 'ls-fill' }: ArrowHeadProps) {
  const half = length * 0.42;
  return (
    <path
      className={className}
      d={`M0 0L${-length} ${-half}L${-length} ${half}Z`}
      transform={`translate(${round(x)} ${round(y)}) rotate(${round(angle)})`}
    />
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

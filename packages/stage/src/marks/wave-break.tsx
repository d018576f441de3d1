/** Where a lifeline is interrupted because nothing happened for long. */
export function WaveBreak({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g>
      <rect x={x - 8} y={y} width={16} height={9} className="ls-paper" />
      <path
        d={`M${x - 8} ${y}q4 -4 8 0t8 0M${x - 8} ${y + 9}q4 -4 8 0t8 0`}
        className="ls-line ls-ink-3"
        strokeWidth={1}
      />
    </g>
  );
}

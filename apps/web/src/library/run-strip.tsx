import type { LibraryRun, StripRow } from '@lockstep/lab';
import { memo } from 'react';

const ROW = 10;

/** Marks by what happened: how high of a row, and how strong. Never by colour alone. */
const MARKS = [
  { sign: 'm', top: 4, height: 1, className: 'strip-model' },
  { sign: 'd', top: 3, height: 3, className: 'strip-derived' },
  { sign: 'w', top: 2, height: 5, className: 'strip-waited' },
  { sign: 'o', top: 1, height: 7, className: 'strip-observed' },
  { sign: 'x', top: 0, height: 9, className: 'strip-lost' },
] as const;

/** Who did what when, of a whole run: a row an actor, steps from left to right. */
export const RunStrip = memo(function RunStrip({ strip }: Pick<LibraryRun, 'strip'>) {
  const width = strip[0]?.cells.length ?? 0;
  if (width === 0) return undefined;
  return (
    <svg
      className="run-strip"
      viewBox={`0 0 ${width} ${strip.length * ROW}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      {strip.map((row, index) => (
        <g key={row.actor} className={`ls-c${row.colour}`} transform={`translate(0 ${index * ROW})`}>
          {MARKS.map(({ sign, top, height, className }) => (
            <path key={sign} className={className} d={pathOf(row, sign, top, height)} />
          ))}
        </g>
      ))}
    </svg>
  );
});

/** One path for all cells of a kind: thousands of rectangles would take ten times as long. */
function pathOf({ cells }: StripRow, sign: string, top: number, height: number): string {
  let path = '';
  for (let x = 0; x < cells.length; x++) {
    if (cells[x] !== sign) continue;
    let end = x + 1;
    while (cells[end] === sign) end++;
    path += `M${x} ${top}h${end - x}v${height}h${x - end}z`;
    x = end - 1;
  }
  return path;
}

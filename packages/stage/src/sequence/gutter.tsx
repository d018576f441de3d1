import type { Trace } from '@lockstep/trace';
import { SourceMark } from '../marks/source-mark.tsx';
import { printedSeconds } from '../printed.ts';
import type { Geometry } from './geometry.ts';
import type { Row } from './layout.ts';

interface GutterProps {
  readonly trace: Trace;
  readonly geometry: Geometry;
  readonly row: Row;
  readonly cursor: number;
  readonly present: boolean;
}

/** Of one row: its steps, who told it, when. */
export function Gutter({ trace, geometry, row, cursor, present }: GutterProps) {
  const future = row.first >= cursor;
  const shown = present ? cursor - 1 : row.first;
  const isLong = shown + 1 >= 1000;
  const { stepX, sourceX, secondsX, compact } = geometry;
  return (
    <g
      data-future={future || undefined}
      className={present ? 'ls-gutter ls-gutter-now' : 'ls-gutter'}
      data-compact={compact || undefined}
    >
      {present && <path d={`M${compact ? 2 : isLong ? -2 : 6} ${row.y - 6}l10 6-10 6z`} className="ls-now-fill" />}
      <text
        x={stepX + (present && compact ? 10 : 0)}
        y={row.y + 4.5}
        textAnchor="end"
        className="ls-step"
        style={present && isLong ? { fontSize: 13 } : undefined}
      >
        {stepText(row, shown, present || compact)}
      </text>
      {sourceX !== undefined && <SourceMark source={trace.event(shown).source} x={sourceX} y={row.y} />}
      {secondsX !== undefined && (
        <text x={secondsX} y={row.y + 4} textAnchor="end" className="ls-seconds">
          {printedSeconds(trace.atUs(shown))}
        </text>
      )}
    </g>
  );
}

/** Steps count from 1. A row of several says from where to where, as long as there is room. */
function stepText(row: Row, shown: number, single: boolean): string {
  if (single || row.first === row.last) return String(shown + 1);
  return row.last + 1 < 100 ? `${row.first + 1}–${row.last + 1}` : `${row.first + 1}…`;
}

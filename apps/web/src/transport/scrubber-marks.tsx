import type { Trace } from '@lockstep/trace';
import { memo } from 'react';
import { colourOf } from './colour-of.ts';
import { isLoss } from './overview.ts';
import { gapsWithRoom, type ScrubberLayout } from './scrubber-layout.ts';

export interface ScrubberDrawing {
  readonly trace: Trace;
  readonly length: number;
  readonly layout: ScrubberLayout;
  readonly cursor: number;
  readonly showFuture: boolean;
}

/** One mark an event: filled when it has happened, hollow when it is still to come, a cross where something was lost. */
export function ScrubberMarks({ trace, length, layout, cursor, showFuture }: ScrubberDrawing) {
  const end = showFuture ? length : cursor;
  const marks = [];
  for (let seq = 0; seq < end; seq++)
    marks.push(<EventMark key={seq} trace={trace} layout={layout} seq={seq} isPast={seq < cursor} />);
  return (
    <>
      {marks}
      <GapMarks layout={layout} until={end} />
      <CursorFrame layout={layout} cursor={cursor} />
    </>
  );
}

interface EventMarkProps {
  readonly trace: Trace;
  readonly layout: ScrubberLayout;
  readonly seq: number;
  readonly isPast: boolean;
}

const EventMark = memo(function EventMark({ trace, layout, seq, isPast }: EventMarkProps) {
  const actor = trace.actorAt(seq);
  const kind = trace.kindAt(seq);
  const y = layout.rowY.get(actor);
  if (y === undefined) return undefined;
  const width = Math.max(2, Math.min(45, layout.unit * 0.72));
  const x = layout.x(seq) + (Math.min(layout.unit, 62) - width) / 2;
  if (isLoss(kind)) {
    const middle = x + width / 2;
    return <path className="mark-lost" d={`M${middle - 4} ${y - 4}l8 8m0-8l-8 8`} />;
  }
  const height = layout.rowHeight - Math.min(3, layout.rowHeight / 4);
  return (
    <rect
      className={`mark ${colourOf(trace, actor)} ${isPast ? 'past' : 'future'}`}
      x={isPast ? x : x + 0.5}
      y={y - height / 2 + (isPast ? 0 : 0.5)}
      width={isPast ? width : Math.max(1, width - 1)}
      height={isPast ? height : height - 1}
      rx="1"
    />
  );
});

export function GapMarks({ layout, until }: { readonly layout: ScrubberLayout; readonly until: number }) {
  const top = (layout.rowY.values().next().value ?? 0) - layout.rowHeight / 2;
  const gaps = layout.gaps
    .filter((gap) => gap.after + 1 < until)
    .map((gap) => ({
      ...gap,
      x: Math.round((layout.x(gap.after) + Math.min(layout.unit, 62) + layout.x(gap.after + 1)) / 2) - 2,
    }));
  const named = gapsWithRoom(gaps);
  return gaps.map(({ after, lengthUs, x }) => (
    <g key={after} className="gap">
      <rect x={x} y={top} width="4" height={layout.bottom - top} />
      <path d={`M${x} ${top}V${layout.bottom}M${x + 4} ${top}V${layout.bottom}`} />
      {named.has(after) ? (
        <text x={x + 2} y={top - 5}>
          {spokenTime(lengthUs)}
        </text>
      ) : undefined}
    </g>
  ));
}

export function CursorFrame({ layout, cursor }: { readonly layout: ScrubberLayout; readonly cursor: number }) {
  const top = (layout.rowY.values().next().value ?? 0) - layout.rowHeight / 2;
  const width = cursor === 0 ? 0 : Math.max(6, Math.min(layout.unit, 62));
  const x = cursor === 0 ? layout.left : layout.x(cursor - 1) + Math.min(0, (Math.min(layout.unit, 62) - width) / 2);
  const middle = x + width / 2;
  return (
    <g className="scrubber-cursor">
      {cursor === 0 ? (
        <path d={`M${x} ${top}V${layout.bottom}`} />
      ) : (
        <rect x={x} y={top - 1.5} width={width} height={layout.bottom - top + 3} rx="2" />
      )}
      <path className="head" d={`M${middle - 6} ${top - 12}h12l-6 8z`} />
    </g>
  );
}

function spokenTime(us: number): string {
  return us >= 1_000_000 ? `${(us / 1_000_000).toFixed(2)} s` : `${Math.round(us / 1000)} ms`;
}

import { printedDuration } from '../printed.ts';
import type { Crossing } from './crossings.ts';
import { endAt } from './geometry.ts';
import { FALL } from './layout.ts';
import { labelOf, segmentName } from './segment-label.ts';
import { type Progress, SegmentMark, tornAt } from './segment-mark.tsx';
import type { FigureProps } from './sequence-props.ts';
import { sequenceWords } from './words.ts';

/** A frame's way over the cable as far as it has come; a lost one with the thread to its successor. */
export function CrossingMark(props: FigureProps & { readonly crossing: Crossing }) {
  const { crossing, cursor, reading, geometry, view, language, selection, showFuture } = props;
  const { layout, initial } = reading;
  const { sent } = crossing;
  const from = endAt(geometry, sent.from);
  const to = geometry.ends.find((end) => end !== from);
  if (!from || !to) return undefined;
  const words = sequenceWords[language];
  const fromY = layout.y[sent.seq] ?? 0;
  const arrival = crossing.deliveredSeq ?? crossing.droppedSeq;
  const toY = crossing.deliveredSeq === undefined ? fromY + FALL : (layout.y[crossing.deliveredSeq] ?? fromY + FALL);
  const arrived = arrival !== undefined && arrival < cursor;
  const breaks = crossing.droppedSeq !== undefined && (arrived || showFuture);
  const progress: Progress =
    sent.seq >= cursor ? 'future' : !arrived ? 'on-the-cable' : breaks ? 'dropped' : 'delivered';
  const inRow = (seq: number | undefined) =>
    seq !== undefined && seq < cursor && layout.rows[layout.rowOf[seq] ?? -1] === view.row;
  const torn = tornAt(from.kernelX, to.kernelX, fromY, toY);
  const resentY = crossing.resentSeq === undefined ? undefined : layout.y[crossing.resentSeq];
  const resentShown = crossing.resentSeq !== undefined && (crossing.resentSeq < cursor || showFuture);
  return (
    <>
      {breaks && progress !== 'on-the-cable' && (
        <>
          <text x={torn.x + 12} y={torn.y + 19} className="ls-reason ls-halo">
            {words.lost(crossing.reason ?? '')}
          </text>
          {resentY !== undefined && resentShown && crossing.resentSeq !== undefined && (
            <Thread
              x={torn.x}
              fromY={torn.y + 10}
              toY={resentY + (torn.y - fromY) - 2}
              label={(geometry.compact ? words.resentBriefly : words.resent)(
                printedDuration(props.trace.atUs(crossing.resentSeq) - props.trace.atUs(sent.seq)),
              )}
              compact={geometry.compact}
            />
          )}
        </>
      )}
      <SegmentMark
        colour={from.colour}
        fromX={from.kernelX}
        toX={to.kernelX}
        fromY={fromY}
        toY={toY}
        progress={progress}
        breaks={breaks}
        present={inRow(sent.seq) || inRow(arrival)}
        showFuture={showFuture}
        label={labelOf(sent, initial, props.relative ?? true, geometry.compact)}
        again={reading.crossings.some((other) => other.resentSeq === sent.seq)}
        selected={selection.frame === sent.frame}
        name={`${segmentName(sent, initial)}, ${words.stepName(sent.seq + 1)}`}
        onSelect={() => props.onSelect({ frame: sent.frame, field: undefined })}
      />
    </>
  );
}

interface ThreadProps {
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
  readonly label: string;
  readonly compact: boolean;
}

/** From a lost segment down to the one sent in its place. */
function Thread({ x, fromY, toY, label, compact }: ThreadProps) {
  return (
    <g>
      <line x1={x} x2={x} y1={fromY} y2={toY - 6} className="ls-line ls-ink" strokeWidth={1.25} strokeDasharray="2 3" />
      <path d={`M${x} ${toY}l-3 -7h6z`} className="ls-ink-fill" />
      <text
        x={x - 10}
        y={(fromY + toY) / 2 - 4}
        textAnchor="end"
        className="ls-note ls-halo"
        style={{ fontSize: compact ? 11.5 : 12.5 }}
      >
        {label}
      </text>
    </g>
  );
}

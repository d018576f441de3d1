import type { StreamSegment } from '@lockstep/trace';
import { sansWidth } from '../text-width.ts';
import { ByteRun, type Look } from './byte-run.tsx';
import type { InFigure } from './figure.ts';
import { clipped, ownedRuns, spanOf } from './owned.ts';
import { LABEL, type RowPlan } from './plan.ts';
import { pressable } from './press.ts';

interface CableRowProps extends InFigure {
  readonly row: RowPlan;
  /** Track of each segment of the whole stream. */
  readonly tracks: readonly number[];
}

/** The segments with their cuts: under way solid, arrived pale, lost ones broken, repetitions below the original. */
export function CableRow({ figure, row, tracks }: CableRowProps) {
  const { stream, whole, showFuture, sources, words, plan } = figure;
  if (!sources.has('wire')) return undefined;
  if (whole.segments.length === 0)
    return (
      <text x={plan.left} y={row.cells + plan.cellHeight / 2 + 4} className="ls-note ls-small">
        {words.notCaptured}
      </text>
    );
  return whole.segments.map((coming, index) => {
    const segment = stream.segments.at(index);
    if (!segment && !showFuture) return undefined;
    const track = Math.min(tracks[index] ?? 0, plan.tracks - 1);
    return (
      <SegmentBox
        key={coming.seq}
        figure={figure}
        segment={segment ?? coming}
        isComing={segment === undefined}
        y={row.cells + track * (plan.cellHeight + LABEL)}
      />
    );
  });
}

interface SegmentBoxProps extends InFigure {
  readonly segment: StreamSegment;
  readonly isComing: boolean;
  readonly y: number;
}

function SegmentBox({ figure, segment, isComing, y }: SegmentBoxProps) {
  const { window, scale, plan, words, writes, presentSeq, selection, onSelect } = figure;
  const shown = clipped(spanOf(segment), window);
  if (!shown) return undefined;
  const { frame, length, seq, deliveredSeq, droppedSeq, heldSeq, isAgain } = segment;
  const x = scale(shown.from) + 1;
  const width = Math.max(1, scale(shown.to) - scale(shown.from) - 2);
  const isNow = !isComing && [seq, deliveredSeq, droppedSeq, heldSeq].includes(presentSeq);
  const isLost = !isComing && droppedSeq !== undefined;
  const look: Look = isComing || isLost ? 'future' : deliveredSeq === undefined ? 'solid' : 'pale';
  const state = isComing ? '' : stateOf(figure, segment);
  const label = [`${words.bytes(length)} ${state}`.trim(), words.bytes(length)].find(
    (text) => sansWidth(text, 12) + 4 <= width,
  );
  const isSelected = selection.frame === frame;
  return (
    <g
      className="ls-press"
      data-future={isComing || undefined}
      data-state={isComing ? 'future' : isLost ? 'lost' : deliveredSeq === undefined ? 'under-way' : 'arrived'}
      aria-pressed={isSelected}
      {...pressable(words.segmentName(length, fullStateOf(figure, segment, isComing), seq + 1), () =>
        onSelect({ frame }),
      )}
    >
      <rect x={x} y={y - LABEL} width={width} height={plan.cellHeight + LABEL} className="ls-stream-hit" />
      {ownedRuns(writes, shown).map((run) => (
        <ByteRun key={run.from} figure={figure} run={run} y={y} look={look} />
      ))}
      <rect
        x={x}
        y={y}
        width={width}
        height={plan.cellHeight}
        rx={2}
        className="ls-stream-segment"
        data-now={isNow || undefined}
        data-again={isAgain || undefined}
      />
      {isLost && (
        <path
          d={`M${x} ${y + plan.cellHeight}L${x + width} ${y}M${x + width / 2 - 7} ${y + plan.cellHeight / 2 - 7}l14 14m0 -14l-14 14`}
          className="ls-stream-lost"
        />
      )}
      {isSelected && <path d={`M${x} ${y + plan.cellHeight + 3.5}h${width}`} className="ls-stream-selected" />}
      {label !== undefined && (
        <text x={x + 2} y={y - 4} className="ls-stream-note" data-now={isNow || undefined}>
          {label}
        </text>
      )}
    </g>
  );
}

function stateOf({ words }: InFigure['figure'], segment: StreamSegment): string {
  if (segment.droppedSeq !== undefined) return words.lost(segment.reason ?? '');
  const again = segment.isAgain ? words.again : '';
  if (segment.deliveredSeq !== undefined) return again;
  return [again, segment.heldSeq === undefined ? words.underWay : words.held].filter((part) => part !== '').join(' · ');
}

function fullStateOf(figure: InFigure['figure'], segment: StreamSegment, isComing: boolean): string {
  const { words } = figure;
  if (isComing) return '…';
  const state = stateOf(figure, segment);
  if (segment.deliveredSeq === undefined) return state;
  return [state, words.arrivedAt(segment.deliveredSeq + 1)].filter((part) => part !== '').join(', ');
}

import { arrivedInOrder, type StreamRead } from '@lockstep/trace';
import { monoWidth, sansWidth } from '../text-width.ts';
import { ByteRun } from './byte-run.tsx';
import { writeCutAt } from './choose.ts';
import { type InFigure, isNow } from './figure.ts';
import { NowFrames } from './now-frame.tsx';
import { clipped, ownedRuns, spanOf } from './owned.ts';
import type { RowPlan } from './plan.ts';
import { pressable } from './press.ts';
import type { Part } from './words.ts';

interface ReadRowProps extends InFigure {
  readonly row: RowPlan;
}

/** What each call that reads has got, as a bracket; and how far one that waits would reach. */
export function ReadRow({ figure, row }: ReadRowProps) {
  const { stream, whole, showFuture, presentSeq, sources, plan, words, scale, window } = figure;
  if (!sources.has('program')) return undefined;
  const { reader, endReadSeq } = stream;
  const later = showFuture ? whole.reads.filter(({ seq }) => seq > presentSeq) : [];
  // Where bytes lie ready, or the end does, a call that reads has nothing to wait for.
  const isBlocked = arrivedInOrder(stream) <= stream.read && stream.finSeq === undefined;
  // The next one is under way already: its reach is drawn instead.
  const coming = reader ? later.slice(1) : later;
  const atEnd = Math.max(plan.left, Math.min(scale(stream.read), plan.left + plan.cellsWidth));
  const isEndRight = atEnd > plan.left + plan.cellsWidth / 2;
  return (
    <g>
      {coming.map((read) => (
        <Read key={read.seq} figure={figure} row={row} read={read} isComing />
      ))}
      {stream.reads.map((read) => (
        <Read key={read.seq} figure={figure} row={row} read={read} isComing={false} />
      ))}
      {reader && stream.read <= window.to && (
        <Reach
          figure={figure}
          y={row.cells + plan.cellHeight + 4}
          from={scale(Math.max(stream.read, window.from))}
          to={scale(Math.min(stream.read + Math.max(1, reader.asked ?? 1), window.to))}
          isOpen={stream.read + (reader.asked ?? 1) > window.to}
          label={(isBlocked ? words.waits : words.inCall)(callOf(reader.call, reader.asked))}
          isPresent={reader.seq === presentSeq}
        />
      )}
      {endReadSeq !== undefined && (
        <text
          x={isEndRight ? plan.left + plan.cellsWidth : atEnd}
          y={isEndRight ? row.cells - 6 : row.cells + plan.cellHeight + 34}
          textAnchor={isEndRight ? 'end' : 'start'}
          className="ls-stream-note"
          data-now={endReadSeq === presentSeq || undefined}
        >
          {words.ended('recv')}
        </text>
      )}
      <NowFrames figure={figure} row={row} />
    </g>
  );
}

interface ReadProps extends ReadRowProps {
  readonly read: StreamRead;
  readonly isComing: boolean;
}

function Read({ figure, row, read, isComing }: ReadProps) {
  const { window, scale, plan, words, writes, onSeek } = figure;
  const shown = clipped(spanOf(read), window);
  if (!shown) return undefined;
  const x = scale(shown.from) + 1;
  const width = Math.max(1, scale(shown.to) - scale(shown.from) - 2);
  const y = row.cells + plan.cellHeight;
  const call = callOf(read.call, read.asked);
  const parts = partsOf(figure, read);
  const label = [`${call} → ${read.length}`, `→ ${read.length}`, String(read.length)].find(
    (text) => monoWidth(text, 11.5) <= width - 10,
  );
  const isPresent = !isComing && isNow(figure, 'read', shown);
  return (
    <g
      className="ls-press"
      data-future={isComing || undefined}
      {...pressable(words.readName(read.number, call, read.length, parts, read.seq + 1), () => onSeek(read.seq + 1))}
    >
      <rect x={x} y={row.cells} width={width} height={plan.cellHeight + 36} className="ls-stream-hit" />
      {ownedRuns(writes, shown).map((run) => (
        <ByteRun key={run.from} figure={figure} run={run} y={row.cells} look={isComing ? 'future' : 'solid'} />
      ))}
      {!isComing && shown.from === read.offset && read.offset > 0 && (
        <line x1={x - 1} x2={x - 1} y1={row.cells} y2={y} className="ls-stream-edge" />
      )}
      <path d={`M${x} ${y + 3}v5h${width}v-5`} className="ls-stream-bracket" data-now={isPresent || undefined} />
      {label !== undefined && (
        <text
          x={x + width / 2}
          y={y + 21}
          textAnchor="middle"
          className="ls-stream-label"
          data-now={isPresent || undefined}
        >
          {label}
        </text>
      )}
      {!isComing && !plan.isCompact && sansWidth(parts, 12) <= width + 8 && (
        <text x={x + width / 2} y={y + 35} textAnchor="middle" className="ls-stream-note">
          {parts}
        </text>
      )}
    </g>
  );
}

interface ReachProps extends InFigure {
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** It would take more than the window shows. */
  readonly isOpen: boolean;
  readonly label: string;
  readonly isPresent: boolean;
}

function Reach({ figure, y, from, to, isOpen, label, isPresent }: ReachProps) {
  const { plan } = figure;
  const right = plan.left + plan.cellsWidth;
  const wide = monoWidth(label, 11.5);
  const start = Math.max(plan.left, Math.min(from, right));
  const isRight = start + wide > right;
  return (
    <g data-waiting>
      {from < right && (
        <path
          d={`M${start} ${y - 2}v6h${Math.max(2, to - start)}${isOpen ? '' : 'v-6'}`}
          className="ls-stream-bracket"
          strokeDasharray="4 3"
          data-now={isPresent || undefined}
        />
      )}
      <text
        x={isRight ? right : start}
        y={isRight ? y - plan.cellHeight - 10 : y + 17}
        textAnchor={isRight ? 'end' : 'start'}
        className="ls-stream-label ls-halo"
        data-now={isPresent || undefined}
      >
        {label}
      </text>
    </g>
  );
}

/** Which writes a read got, whole or in part. */
function partsOf({ writes, words }: InFigure['figure'], read: StreamRead): string {
  return words.parts(
    ownedRuns(writes, spanOf(read)).flatMap(({ from, to, write }): readonly Part[] => {
      if (!write) return [];
      const isFirst = from === write.offset;
      const isLast = to === write.offset + write.length;
      const share = isFirst && isLast ? 'whole' : isFirst ? 'start' : isLast ? 'end' : 'middle';
      return [{ number: write.number, share }];
    }),
  );
}

interface CutLinesProps extends InFigure {
  readonly written: RowPlan;
  readonly row: RowPlan;
}

/** Lines from each read's end up into the write through which it cuts; on a narrow screen only at both ends. */
export function CutLines({ figure, written, row }: CutLinesProps) {
  const { stream, writes, window, scale, plan, sources } = figure;
  if (!sources.has('program')) return undefined;
  return stream.reads
    .map(({ offset, length }) => offset + length)
    .filter((cut) => {
      if (cut <= window.from || cut >= window.to) return false;
      const write = writeCutAt(writes, cut);
      // Where one write fills the whole box, all reads cut it, and that says nothing.
      return write && (write.offset >= window.from || write.offset + write.length <= window.to);
    })
    .map((cut) => (
      <g key={cut} data-cut={cut}>
        <path
          d={`M${scale(cut)} ${written.cells - 4}v${plan.cellHeight + 8}M${scale(cut)} ${row.cells}v${plan.cellHeight}`}
          className="ls-stream-edge"
        />
        <path
          d={
            plan.isCompact
              ? `M${scale(cut)} ${written.cells}v${plan.cellHeight}M${scale(cut)} ${row.cells}v${plan.cellHeight}`
              : `M${scale(cut)} ${written.cells - 4}V${row.cells + plan.cellHeight + 3}`
          }
          className="ls-stream-cut"
        />
      </g>
    ));
}

function callOf(call: string, asked: number | undefined): string {
  return `${call}(${asked ?? ''})`;
}

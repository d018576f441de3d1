import type { StreamRead } from '@lockstep/trace';
import { monoWidth, sansWidth } from '../text-width.ts';
import { ByteRun } from './byte-run.tsx';
import { writeCutAt } from './choose.ts';
import { type InFigure, isNow } from './figure.ts';
import { NowFrames } from './now-frame.tsx';
import { clipped, ownedRuns, spanOf } from './owned.ts';
import type { RowPlan } from './plan.ts';
import { pressable } from './press.ts';

interface ReadRowProps extends InFigure {
  readonly row: RowPlan;
}

/** What each call that reads has got, as a bracket; and how far one that waits would reach. */
export function ReadRow({ figure, row }: ReadRowProps) {
  const { stream, whole, showFuture, presentSeq, sources, plan, words, scale, window } = figure;
  if (!sources.has('program')) return undefined;
  const coming = showFuture ? whole.reads.filter(({ seq }) => seq > presentSeq) : [];
  const { reader, endReadSeq } = stream;
  const atEnd = Math.max(plan.left, Math.min(scale(stream.read), plan.left + plan.cellsWidth));
  const isEndRight = atEnd > plan.left + plan.cellsWidth / 2;
  return (
    <g>
      {coming.map((read) => (
        <Read
          key={read.seq}
          figure={figure}
          row={row}
          read={read}
          isComing={reader === undefined || read.seq !== nextOf(coming)}
          isHidden={reader !== undefined && read.seq === nextOf(coming)}
        />
      ))}
      {stream.reads.map((read) => (
        <Read key={read.seq} figure={figure} row={row} read={read} isComing={false} isHidden={false} />
      ))}
      {reader && stream.read <= window.to && (
        <Reach
          figure={figure}
          y={row.cells + plan.cellHeight + 4}
          from={scale(Math.max(stream.read, window.from))}
          to={scale(Math.min(stream.read + Math.max(1, reader.asked ?? 1), window.to))}
          isOpen={stream.read + (reader.asked ?? 1) > window.to}
          label={words.waits(callOf(reader.call, reader.asked))}
          isPresent={reader.seq === presentSeq}
        />
      )}
      {endReadSeq !== undefined && (
        <text
          x={isEndRight ? plan.left + plan.cellsWidth : atEnd}
          y={row.cells + plan.cellHeight + 34}
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
  readonly isHidden: boolean;
}

function Read({ figure, row, read, isComing, isHidden }: ReadProps) {
  const { window, scale, plan, words, writes, onSeek } = figure;
  const shown = clipped(spanOf(read), window);
  if (!shown || isHidden) return undefined;
  const x = scale(shown.from) + 1;
  const width = Math.max(1, scale(shown.to) - scale(shown.from) - 2);
  const y = row.cells + plan.cellHeight;
  const call = callOf(read.call, read.asked);
  const parts = partsOf(figure, read);
  const label = [`${call} → ${read.length}`, `→ ${read.length}`, String(read.length)].find(
    (text) => monoWidth(text, 11.5) <= width + 6,
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
      {shown.from === read.offset && read.offset > 0 && (
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
      {!isComing && sansWidth(parts, 12) <= width + 10 && (
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
        y={y + 17}
        textAnchor={isRight ? 'end' : 'start'}
        className="ls-stream-label"
        data-now={isPresent || undefined}
      >
        {label}
      </text>
    </g>
  );
}

/** Which writes a read got whole, and of which only a part. */
function partsOf({ writes, words }: InFigure['figure'], read: StreamRead): string {
  const whole: number[] = [];
  const parts: number[] = [];
  for (const { from, to, write } of ownedRuns(writes, spanOf(read))) {
    if (!write) continue;
    (to - from === write.length ? whole : parts).push(write.number);
  }
  return words.parts(whole, parts);
}

interface CutLinesProps extends InFigure {
  readonly written: RowPlan;
  readonly row: RowPlan;
}

/** Lines from each read's end up into the write through which it cuts. */
export function CutLines({ figure, written, row }: CutLinesProps) {
  const { stream, writes, window, scale, plan, sources } = figure;
  if (!sources.has('program')) return undefined;
  return stream.reads
    .map(({ offset, length }) => offset + length)
    .filter((cut) => cut > window.from && cut < window.to && writeCutAt(writes, cut))
    .map((cut) => (
      <g key={cut} data-cut={cut}>
        <path
          d={`M${scale(cut)} ${written.cells - 4}v${plan.cellHeight + 8}M${scale(cut)} ${row.cells}v${plan.cellHeight}`}
          className="ls-stream-edge"
        />
        <path d={`M${scale(cut)} ${written.cells - 4}V${row.cells + plan.cellHeight + 3}`} className="ls-stream-cut" />
      </g>
    ));
}

function callOf(call: string, asked: number | undefined): string {
  return `${call}(${asked ?? ''})`;
}

function nextOf(coming: readonly StreamRead[]): number | undefined {
  return coming[0]?.seq;
}

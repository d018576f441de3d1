import type { StreamWrite } from '@lockstep/trace';
import { monoWidth } from '../text-width.ts';
import { ByteRun } from './byte-run.tsx';
import { type InFigure, isTold } from './figure.ts';
import { NowFrames } from './now-frame.tsx';
import { clipped, spanOf } from './owned.ts';
import type { RowPlan } from './plan.ts';
import { pressable } from './press.ts';
import { writeClass } from './write-look.tsx';

interface WrittenRowProps extends InFigure {
  readonly row: RowPlan;
}

/** What the program wrote: each write by itself, with its number and call. */
export function WrittenRow({ figure, row }: WrittenRowProps) {
  const { stream, whole, showFuture, presentSeq, sources, plan, words } = figure;
  if (!sources.has('program')) return undefined;
  if (!isTold(figure))
    return (
      <text x={plan.left} y={row.cells + plan.cellHeight / 2 + 4} className="ls-note ls-small">
        {words.notTold}
      </text>
    );
  const coming = showFuture ? whole.writes.filter(({ seq }) => seq > presentSeq) : [];
  return (
    <g>
      {coming.map((write) => (
        <Write key={write.seq} figure={figure} row={row} write={write} isComing />
      ))}
      {stream.writes.map((write) => (
        <Write key={write.seq} figure={figure} row={row} write={write} isComing={false} />
      ))}
      <NowFrames figure={figure} row={row} />
    </g>
  );
}

interface WriteProps extends WrittenRowProps {
  readonly write: StreamWrite;
  readonly isComing: boolean;
}

function Write({ figure, row, write, isComing }: WriteProps) {
  const { window, scale, words, onSeek } = figure;
  const shown = clipped(spanOf(write), window);
  if (!shown) return undefined;
  const x = scale(shown.from);
  const width = scale(shown.to) - x;
  const label = labels(write, words.takenOf).find((text) => monoWidth(text, 11.5) + 4 <= width);
  return (
    <g
      className={`ls-press ${writeClass(write)}`}
      data-future={isComing || undefined}
      {...pressable(words.writeName(write.number, write.call, write.length, write.seq + 1), () =>
        onSeek(write.seq + 1),
      )}
    >
      <rect x={x} y={row.cells - 15} width={width} height={figure.plan.cellHeight + 15} className="ls-stream-hit" />
      <ByteRun
        figure={figure}
        run={{ ...spanOf(write), write }}
        y={row.cells}
        isLabelled={label !== undefined}
        look={isComing ? 'future' : write.returnedSeq === undefined ? 'pale' : 'solid'}
      />
      {!isComing && shown.from === write.offset && write.offset > 0 && (
        <line x1={x} x2={x} y1={row.cells - 6} y2={row.cells + figure.plan.cellHeight + 4} className="ls-stream-edge" />
      )}
      {label !== undefined && (
        <text x={x + 3} y={row.cells - 4} className="ls-stream-label">
          {label}
        </text>
      )}
    </g>
  );
}

function labels({ number, call, offered, length }: StreamWrite, takenOf: (taken: number, offered: number) => string) {
  const short = length < offered ? ` → ${takenOf(length, offered)}` : '';
  return [`#${number} ${call}(${offered})${short}`, `#${number} ${call}(${offered})`, `#${number}`];
}

import { arrivedInOrder, type Source } from '@lockstep/trace';
import { SourceMark } from '../marks/source-mark.tsx';
import type { InFigure, StreamFigure } from './figure.ts';
import type { RowName } from './moved.ts';
import type { RowPlan } from './plan.ts';

/** Where the numbers of a row are known from. What lies in a buffer is computed; how much of it, the kernel says. */
const SOURCES: Readonly<Record<RowName, Source>> = {
  written: 'program',
  send: 'kernel',
  cable: 'wire',
  receive: 'kernel',
  read: 'program',
  decoded: 'program',
};

interface RowLabelProps extends InFigure {
  readonly row: RowPlan;
}

/** Name of a row, whose it is, where it is known from, and what the kernel counts. The present row is washed. */
export function RowLabel({ figure, row }: RowLabelProps) {
  const { plan, rowNow } = figure;
  const middle = (row.top + row.bottom) / 2;
  return (
    <g>
      {rowNow === row.name && (
        <>
          <rect x={0} y={row.top} width={plan.width} height={row.bottom - row.top} className="ls-wash" />
          <path d={`M2 ${middle - 5}l8 5l-8 5z`} className="ls-now-fill" />
        </>
      )}
      {row.name !== 'written' && <line x1={0} x2={plan.width} y1={row.top} y2={row.top} className="ls-line ls-hair" />}
      {plan.isCompact ? <LabelLine figure={figure} row={row} /> : <LabelColumn figure={figure} row={row} />}
    </g>
  );
}

/** Left of the bytes. */
function LabelColumn({ figure, row }: RowLabelProps) {
  const { words } = figure;
  const source = isAnew(figure, row.name) ? 'derived' : SOURCES[row.name];
  const count = countOf(figure, row.name);
  const hasMark = source !== 'kernel' || count !== undefined;
  const rowHeight = row.bottom - row.top;
  const isTight = hasMark && rowHeight < 56;
  const top = row.top + (rowHeight - (hasMark && !isTight ? 54 : 34)) / 2;
  const markY = isTight ? 25 : 43;
  return (
    <g transform={`translate(16 ${Math.round(Math.max(row.top + 1, top))})`}>
      <text y={13} className="ls-strong">
        {words.rows[row.name]}
      </text>
      {!isTight && (
        <text y={29} className="ls-note ls-small">
          {ownerOf(figure, row.name)}
        </text>
      )}
      {hasMark && <SourceMark source={source} x={0} y={markY} />}
      {count && (
        <text
          x={54}
          y={markY + 4}
          className="ls-stream-count"
          data-now={count.isNow || undefined}
          data-past={count.isPast || undefined}
        >
          {words.bytes(count.bytes)}
          {count.isPast && !count.isNow && count.bytes < 10_000 && (
            <tspan dx={4} className="ls-note ls-small">
              {words.atStep(count.seq + 1)}
            </tspan>
          )}
        </text>
      )}
    </g>
  );
}

/** Above the bytes, on a narrow screen. */
function LabelLine({ figure, row }: RowLabelProps) {
  const { plan, words } = figure;
  const count = countOf(figure, row.name);
  return (
    <g transform={`translate(0 ${row.top + 13})`}>
      <text x={plan.left} className="ls-strong">
        {words.rows[row.name]}
        <tspan dx={6} className="ls-note ls-small">
          {ownerOf(figure, row.name)}
        </tspan>
      </text>
      {count && (
        <text
          x={plan.width - 12}
          textAnchor="end"
          className="ls-stream-count"
          data-now={count.isNow || undefined}
          data-past={count.isPast || undefined}
        >
          {`kernel ${words.bytes(count.bytes)}${count.isPast && !count.isNow ? ` ${words.atStep(count.seq + 1)}` : ''}`}
        </text>
      )}
    </g>
  );
}

function ownerOf(figure: StreamFigure, row: RowName): string {
  const { words, name, whole } = figure;
  if (isAnew(figure, row)) return words.decodedAnew;
  const isKernel = row === 'send' || row === 'receive';
  const nameOf = (host: string) => name(isKernel ? `${host}.kernel` : host);
  return words.owners[row](nameOf(whole.from), nameOf(whole.to));
}

/** Whether a row shows what another framer than the program's makes of the bytes. */
function isAnew({ decode }: StreamFigure, row: RowName): boolean {
  return row === 'decoded' && decode !== undefined;
}

/** What the kernel itself has counted in a buffer, and whether bytes have moved since. */
function countOf({ stream, sources, presentSeq }: StreamFigure, row: RowName) {
  const count = row === 'send' ? stream.sendCount : row === 'receive' ? stream.receiveCount : undefined;
  if (!count || !sources.has('kernel')) return undefined;
  const derived =
    row === 'send' ? stream.handed - stream.acknowledged : Math.max(0, arrivedInOrder(stream) - stream.read);
  return { ...count, isNow: count.seq === presentSeq, isPast: count.bytes !== derived };
}

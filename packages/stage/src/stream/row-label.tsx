import type { Source } from '@lockstep/trace';
import { SourceMark } from '../marks/source-mark.tsx';
import type { InFigure } from './figure.ts';
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
  const { plan, words, name, stream, whole, rowNow, sources, trace, presentSeq } = figure;
  const isNowRow = rowNow === row.name;
  const title = words.rows[row.name];
  const owner = words.owners[row.name](name(whole.from), name(whole.to));
  const counted = row.name === 'send' ? stream.sendBytes : row.name === 'receive' ? stream.receiveBytes : undefined;
  const kernel = sources.has('kernel') && counted !== undefined ? words.kernelCounts(counted) : undefined;
  const present = presentSeq >= 0 ? trace.event(presentSeq) : undefined;
  const isCountNow =
    present?.kind === 'socket.buffers' && present.actor.split('.')[0] === (row.name === 'send' ? whole.from : whole.to);
  return (
    <g>
      {isNowRow && <rect x={0} y={row.top} width={plan.width} height={row.bottom - row.top} className="ls-wash" />}
      {isNowRow && <path d={`M2 ${middleOf(row) - 5}l8 5l-8 5z`} className="ls-now-fill" />}
      {row.name !== 'written' && <line x1={0} x2={plan.width} y1={row.top} y2={row.top} className="ls-line ls-hair" />}
      {plan.isCompact ? <Line /> : <Column />}
    </g>
  );

  function Column() {
    const source = SOURCES[row.name];
    const hasMark = source !== 'kernel' || kernel !== undefined;
    const top = row.top + (row.bottom - row.top - (hasMark ? 54 : 34)) / 2;
    return (
      <g transform={`translate(16 ${Math.round(Math.max(row.top + 2, top))})`}>
        <text y={13} className="ls-strong">
          {title}
        </text>
        <text y={30} className="ls-note ls-small">
          {owner}
        </text>
        {hasMark && <SourceMark source={source} x={0} y={46} />}
        {kernel !== undefined && (
          <text x={54} y={50} className="ls-stream-count" data-now={isCountNow || undefined}>
            {kernel}
          </text>
        )}
      </g>
    );
  }

  function Line() {
    const y = row.top + 14;
    return (
      <g>
        <text x={plan.left} y={y} className="ls-strong">
          {title}
          <tspan dx={6} className="ls-note ls-small">
            {owner}
          </tspan>
        </text>
        {kernel !== undefined && (
          <text
            x={plan.width - 12}
            y={y}
            textAnchor="end"
            className="ls-stream-count"
            data-now={isCountNow || undefined}
          >
            {`kernel ${kernel}`}
          </text>
        )}
      </g>
    );
  }
}

function middleOf(row: RowPlan): number {
  return (row.top + row.bottom) / 2;
}

import { arrivedInOrder, outside, type Span } from '@lockstep/trace';
import { SourceMark } from '../marks/source-mark.tsx';
import { ByteRun, type Look } from './byte-run.tsx';
import { type InFigure, isTold } from './figure.ts';
import { NowFrames } from './now-frame.tsx';
import { clipped, ownedRuns } from './owned.ts';
import type { RowPlan } from './plan.ts';

interface BufferRowProps extends InFigure {
  readonly row: RowPlan;
}

/** What the writing kernel keeps: bytes not sent yet solid, sent ones pale until their acknowledgment has come. */
export function SendRow({ figure, row }: BufferRowProps) {
  const { stream, whole, words, moved, presentSeq } = figure;
  const unacknowledged = stream.sent - stream.acknowledged;
  const unsent = stream.handed - stream.sent;
  const letGo = moved.find((one) => one.row === 'send' && one.to <= stream.acknowledged);
  const isSeen = whole.base !== undefined;
  const parts = isSeen
    ? [
        ...(letGo ? [words.acknowledged(letGo.to - letGo.from)] : []),
        ...(unacknowledged > 0 ? [words.unacknowledged(unacknowledged)] : []),
        ...(unsent > 0 ? [words.unsent(unsent)] : []),
      ]
    : stream.handed > stream.acknowledged
      ? [words.kept(stream.handed - stream.acknowledged)]
      : [];
  return (
    <Buffer
      figure={figure}
      row={row}
      stretches={[
        { from: stream.acknowledged, to: stream.sent, look: 'pale' },
        { from: Math.max(stream.sent, stream.acknowledged), to: stream.handed, look: 'solid' },
      ]}
      caption={parts.length > 0 || presentSeq < 0 ? parts.join(' · ') : words.empty}
    />
  );
}

/** What the reading kernel keeps: unread bytes solid, those behind a hole pale. */
export function ReceiveRow({ figure, row }: BufferRowProps) {
  const { stream, words } = figure;
  const inOrder = arrivedInOrder(stream);
  const ahead = stream.arrived.filter(({ from }) => from > inOrder);
  const last = ahead.at(-1)?.to ?? inOrder;
  const holes = outside({ from: inOrder, to: last }, stream.arrived);
  const missing = lengthOf(holes);
  const parts = [
    ...(inOrder > stream.read ? [(isTold(figure) ? words.unread : words.arrivedOnly)(inOrder - stream.read)] : []),
    ...(missing > 0 ? [words.hole(missing, lengthOf(ahead))] : []),
  ];
  return (
    <Buffer
      figure={figure}
      row={row}
      stretches={[
        { from: stream.read, to: inOrder, look: isTold(figure) ? 'solid' : 'pale' },
        ...ahead.map((span) => ({ ...span, look: 'pale' as const })),
      ]}
      holes={holes}
      caption={parts.length > 0 ? parts.join(' · ') : words.empty}
    />
  );
}

interface BufferProps extends BufferRowProps {
  readonly stretches: readonly (Span & { readonly look: Look })[];
  readonly holes?: readonly Span[];
  readonly caption: string;
}

/** Bytes of different writes lie side by side without a gap: nothing in a buffer tells where a write ended. */
function Buffer({ figure, row, stretches, holes = [], caption }: BufferProps) {
  const { plan, window, scale, writes, id, sources } = figure;
  if (!sources.has('derived')) return undefined;
  const y = row.cells;
  return (
    <g>
      <path d={`M${plan.left} ${y + plan.cellHeight + 0.5}h${plan.cellsWidth}`} className="ls-line ls-hair-2" />
      {stretches.flatMap((stretch) => {
        const shown = clipped(stretch, window);
        return shown
          ? ownedRuns(writes, shown).map((run) => (
              <ByteRun key={`${stretch.look}${run.from}`} figure={figure} run={run} y={y} look={stretch.look} />
            ))
          : [];
      })}
      {holes.map((hole) => {
        const shown = clipped(hole, window);
        return (
          shown && (
            <rect
              key={hole.from}
              x={scale(shown.from)}
              y={y + 0.5}
              width={scale(shown.to) - scale(shown.from)}
              height={plan.cellHeight - 1}
              fill={`url(#${id}hatch)`}
              className="ls-stream-hole"
            />
          )
        );
      })}
      <NowFrames figure={figure} row={row} />
      <text x={plan.left} y={y + plan.cellHeight + 13} className="ls-note ls-small">
        {caption}
      </text>
      {!plan.isCompact && (
        <SourceMark source="derived" x={plan.left + plan.cellsWidth - 54} y={y + plan.cellHeight + 10} />
      )}
    </g>
  );
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

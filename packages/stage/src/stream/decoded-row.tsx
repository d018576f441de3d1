import type { StreamMessage } from '@lockstep/trace';
import { sansWidth } from '../text-width.ts';
import { ByteRun } from './byte-run.tsx';
import { type InFigure, isNow } from './figure.ts';
import { NowFrames } from './now-frame.tsx';
import { clipped, ownedRuns, spanOf } from './owned.ts';
import type { RowPlan } from './plan.ts';
import { pressable } from './press.ts';

interface DecodedRowProps extends InFigure {
  readonly row: RowPlan;
}

/** What the reading program, or another framer, took for messages, and from where on it saw none. */
export function DecodedRow({ figure, row }: DecodedRowProps) {
  const { stream, whole, showFuture, presentSeq, sources, window, scale, plan, words } = figure;
  if (!sources.has(figure.decode ? 'derived' : 'program')) return undefined;
  const coming = showFuture ? whole.messages.filter(({ seq }) => seq > presentSeq) : [];
  const { refused } = stream;
  const struck = refused && clipped({ from: refused.offset, to: Math.max(refused.offset + 1, stream.read) }, window);
  const struckX = struck ? scale(struck.from) : 0;
  const reason = refused ? words.refused(refused.reason) : '';
  const overflows = struckX + sansWidth(reason, 12) > plan.left + plan.cellsWidth;
  return (
    <g>
      {coming.map((message) => (
        <Message key={message.seq} figure={figure} row={row} message={message} isComing />
      ))}
      {stream.messages.map((message) => (
        <Message key={message.seq} figure={figure} row={row} message={message} isComing={false} />
      ))}
      {struck && (
        <g data-refused>
          {ownedRuns(figure.writes, struck).map((run) => (
            <ByteRun key={run.from} figure={figure} run={run} y={row.cells} look="pale" />
          ))}
          <path
            d={`M${struckX} ${row.cells + plan.cellHeight / 2}H${Math.max(struckX + 14, scale(struck.to))}`}
            className="ls-stream-struck"
          />
          <text
            x={overflows ? plan.left + plan.cellsWidth : struckX}
            y={row.cells + plan.cellHeight + 15}
            textAnchor={overflows ? 'end' : 'start'}
            className="ls-stream-note"
            data-now={refused?.seq === presentSeq || undefined}
          >
            {reason}
          </text>
        </g>
      )}
      <NowFrames figure={figure} row={row} />
    </g>
  );
}

interface MessageProps extends DecodedRowProps {
  readonly message: StreamMessage;
  readonly isComing: boolean;
}

function Message({ figure, row, message, isComing }: MessageProps) {
  const { window, scale, plan, words, writes, onSeek } = figure;
  const shown = clipped(spanOf(message), window);
  if (!shown) return undefined;
  const { number, length, text, seq } = message;
  const x = scale(shown.from) + 1;
  const width = Math.max(1, scale(shown.to) - scale(shown.from) - 2);
  const label = [`${words.message(number)}: ${text}`, words.message(number), String(number)].find(
    (one) => sansWidth(one, 12) <= width,
  );
  return (
    <g
      className="ls-press"
      data-future={isComing || undefined}
      {...pressable(words.messageName(number, length, text, seq + 1), () => onSeek(seq + 1))}
    >
      {ownedRuns(writes, shown).map((run) => (
        <ByteRun key={run.from} figure={figure} run={run} y={row.cells} look={isComing ? 'future' : 'solid'} />
      ))}
      <rect x={x} y={row.cells} width={width} height={plan.cellHeight} rx={2} className="ls-stream-message" />
      {label !== undefined && (
        <text
          x={x + 1}
          y={row.cells + plan.cellHeight + 15}
          className="ls-stream-note"
          data-now={(!isComing && isNow(figure, 'decoded', shown)) || undefined}
        >
          {label}
        </text>
      )}
    </g>
  );
}

// The places of the queue with what lies in them. Out of a queue things leave at the right, from a stack at the top.
import type { QueueItem, QueueOrder, Trace } from '@lockstep/trace';
import type { CSSProperties } from 'react';
import type { Language } from '../text.ts';
import { ItemToken, isPill } from './item-token.tsx';
import { queueWords } from './words.ts';

interface SlotsProps {
  readonly trace: Trace;
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly order: QueueOrder;
  /** In the order in which they will leave. */
  readonly items: readonly QueueItem[];
  readonly capacity: number | undefined;
  /** Cells that there is room for. */
  readonly most: number;
  readonly cell: { readonly width: number; readonly height: number };
  /** `seq` of the present step. */
  readonly now: number;
  /** `putAt` of the item that is pointed at. */
  readonly linked: number | undefined;
  readonly onLink: (putAt: number | undefined) => void;
  readonly onSeek: (cursor: number) => void;
}

/** Free places shown of a queue that has no limit. */
const LEAST_GROWING = 4;

export function Slots(props: SlotsProps) {
  const { trace, language, name, order, items, capacity, most, cell, now, linked, onLink, onSeek } = props;
  const words = queueWords[language];
  const places = Math.max(capacity ?? LEAST_GROWING, items.length);
  const isFolded = places > most;
  const shown = items.slice(0, isFolded ? most - 1 : most);
  const free = isFolded ? Math.max(0, most - 1 - shown.length) : places - items.length;
  const rest = places - shown.length - free;
  const isEmpty = items.length === 0;
  const isFull = capacity !== undefined && items.length >= capacity;
  const isLow = cell.height < 34;
  const style = {
    '--cell-width': `${cell.width}px`,
    '--cell-height': `${cell.height}px`,
    '--item-type': cell.width >= 48 && !isLow ? '17px' : '13px',
    '--item-digit': isLow || cell.width >= 48 ? '0' : '9px',
  } as CSSProperties;
  return (
    <div className="ls-slots" data-order={order} style={style}>
      <p className="ls-doors">
        <span data-closed={isFull || undefined}>{isFull ? words.full : `${words.in} ${arrow(order, 'in')}`}</span>
        <span data-closed={isEmpty || undefined}>{isEmpty ? words.empty : `${words.out} ${arrow(order, 'out')}`}</span>
      </p>
      <ol
        className="ls-slot-row"
        data-growing={capacity === undefined || undefined}
        data-full={isFull || undefined}
        data-empty={isEmpty || undefined}
      >
        {shown.map((item, index) => (
          <li key={item.putAt} className="ls-slot">
            <button
              type="button"
              aria-label={`${index + 1}. ${isPill(item) ? `${words.pill} ` : ''}${words.toPut(item.text, name(item.putBy), item.putAt + 1)}`}
              onClick={() => onSeek(item.putAt + 1)}
              onMouseEnter={() => onLink(item.putAt)}
              onMouseLeave={() => onLink(undefined)}
              onFocus={() => onLink(item.putAt)}
              onBlur={() => onLink(undefined)}
            >
              <ItemToken trace={trace} item={item} isNow={item.putAt === now} isLinked={item.putAt === linked} />
            </button>
          </li>
        ))}
        {Array.from({ length: free }, (_, index) => (
          <li key={`free ${index}`} className="ls-slot" data-free aria-hidden="true" />
        ))}
        {rest > 0 && (
          <li className="ls-slot ls-slot-rest">
            {words.hidden(items.length > shown.length ? items.length - shown.length : rest)}
          </li>
        )}
        {capacity === undefined && <li className="ls-slot ls-slot-rest">…</li>}
      </ol>
    </div>
  );
}

function arrow(order: QueueOrder, door: 'in' | 'out'): string {
  if (order !== 'lifo') return '→';
  return door === 'in' ? '↓' : '↑';
}

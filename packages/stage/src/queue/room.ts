// How much fits where. A queue lies, a stack stands; on a phone the two ends are above and below.
import type { QueueOrder } from '@lockstep/trace';

interface Need {
  readonly width: number;
  readonly height: number;
  readonly order: QueueOrder;
  /** Places that the queue has, or needs now. */
  readonly places: number;
  /** Width of the longest item's text. */
  readonly longest: number;
  /** Most threads at one end. */
  readonly threads: number;
}

export interface QueueRoom {
  readonly isNarrow: boolean;
  /** The queue lies under its two ends, over the whole width. */
  readonly isSpread: boolean;
  /** Rows of threads close together. */
  readonly isDense: boolean;
  /** Of the body: put, queue, get. */
  readonly columns: string;
  readonly cell: { readonly width: number; readonly height: number };
  /** Cells that there is room for. */
  readonly cells: number;
  /** Columns that there is room for under it. */
  readonly journeys: number;
}

const TOKEN_PADDING = 12;
/** So many rows leave room for a queue under them. */
const MOST_ABOVE = 5;
const HEAD = 44;
const JOURNEYS = 128;

export function roomOf({ width, height, order, places, longest, threads }: Need): QueueRoom {
  const isNarrow = width < 640;
  const inner = width - (isNarrow ? 24 : 48);
  const least = Math.max(26, Math.ceil(longest + TOKEN_PADDING));
  const isDense = !isNarrow && threads * 30 > height - HEAD - JOURNEYS;
  const journeys = Math.max(1, Math.floor((inner - 56) / Math.max(30, least + 4)));
  const stands = order === 'lifo';
  if (stands) {
    const free = height - HEAD - JOURNEYS - 60 - (isNarrow ? threads * 30 : 0);
    const cellHeight = Math.max(18, Math.min(34, Math.floor(free / places)));
    return {
      isNarrow,
      isSpread: false,
      isDense,
      columns: isNarrow ? '1fr' : `1fr ${Math.max(104, least + 40)}px 1fr`,
      cell: { width: Math.max(72, least), height: cellHeight },
      cells: Math.max(4, Math.floor(free / cellHeight)),
      journeys,
    };
  }
  const side = Math.min(230, Math.max(170, inner * 0.28));
  const between = inner - 2 * side - 32;
  const isSpread = !isNarrow && places * least > between && threads <= MOST_ABOVE;
  const middle = isNarrow || isSpread ? inner : between;
  const cellWidth = Math.max(least, Math.min(64, Math.floor(middle / places)));
  return {
    isNarrow,
    isSpread,
    isDense,
    columns: isNarrow ? '1fr' : isSpread ? '1fr 1fr' : `minmax(${side}px, 1fr) auto minmax(${side}px, 1fr)`,
    cell: { width: cellWidth, height: isNarrow ? 38 : Math.min(56, Math.max(44, cellWidth)) },
    cells: Math.max(3, Math.floor(middle / cellWidth)),
    journeys,
  };
}

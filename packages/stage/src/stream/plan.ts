// Where the rows lie. Each row shows the same part of the stream, so a byte is in the same column all the way down.
import type { Span, StreamSegment } from '@lockstep/trace';
import type { RowName } from './moved.ts';
import { clipped, spanOf } from './owned.ts';

/** One row: its band, and where in it the bytes lie. */
export interface RowPlan {
  readonly name: RowName;
  readonly top: number;
  readonly bottom: number;
  /** Top of the bytes; of the first track, on the cable. */
  readonly cells: number;
}

export interface StreamPlan {
  readonly width: number;
  /** Left end of the bytes. */
  readonly left: number;
  readonly cellsWidth: number;
  readonly cellHeight: number;
  readonly rows: readonly RowPlan[];
  /** Tracks on the cable, one above the other. */
  readonly tracks: number;
  readonly overviewY: number;
  /** Baseline of the line that explains the marks. */
  readonly legendY: number;
  readonly isCompact: boolean;
}

export const HEAD = 34;
/** Above the bytes of a write or a segment: its label. */
export const LABEL = 15;
/** Below the bytes of a buffer: what their state is. */
const CAPTION = 15;
/** Below the bytes of a read: a bracket and two lines. */
const BRACKET = 36;
const NARROW_BRACKET = 24;
/** Above the bytes, on a narrow screen: the name of the row. */
const TITLE = 16;
const OVERVIEW = 38;
const LEGEND = 22;
const MARGIN = 16;
const LABELS = 136;

interface PlanOf {
  readonly width: number;
  readonly height: number;
  /** Tracks on the cable that are needed. */
  readonly tracks: number;
  readonly hasMessages: boolean;
  readonly hasOverview: boolean;
}

export function planOf({ width, height, tracks: wanted, hasMessages, hasOverview }: PlanOf): StreamPlan {
  const isCompact = width < 520;
  const head = isCompact ? HEAD - 2 : HEAD;
  const title = isCompact ? TITLE : 0;
  const left = isCompact ? MARGIN - 4 : LABELS + MARGIN;
  const cellsWidth = width - left - MARGIN + (isCompact ? 4 : 0);
  const overview = hasOverview ? OVERVIEW - (isCompact ? 4 : 0) : 8;
  const names: readonly RowName[] = [
    'written',
    'send',
    'cable',
    'receive',
    'read',
    ...(hasMessages ? ['decoded' as const] : []),
  ];
  const around = (name: RowName, tracks: number): { above: number; below: number } => {
    switch (name) {
      case 'written':
        return { above: title + LABEL, below: 0 };
      case 'cable':
        return { above: title + LABEL * tracks, below: 0 };
      case 'send':
      case 'receive':
        return { above: title, below: CAPTION };
      case 'read':
        return { above: title, below: isCompact ? NARROW_BRACKET : BRACKET };
      case 'decoded':
        return { above: title, below: CAPTION + 2 };
    }
  };
  const sizeWith = (tracks: number, cell: number, gap: number) =>
    names.reduce((sum, name) => {
      const { above, below } = around(name, tracks);
      return sum + above + below + cell * (name === 'cable' ? tracks : 1) + gap;
    }, 0);
  const room = height - head - overview - (isCompact || height < 480 ? 0 : LEGEND);
  let tracks = wanted;
  while (tracks > 1 && sizeWith(tracks, 16, 8) > room) tracks--;
  const cellRows = names.length - 1 + tracks;
  const spare = room - sizeWith(tracks, 0, 10);
  const cellHeight = Math.max(14, Math.min(isCompact ? 24 : 32, Math.floor(spare / cellRows)));
  const gap = Math.max(6, Math.min(64, Math.floor((room - sizeWith(tracks, cellHeight, 0)) / names.length)));
  let top = head;
  const rows = names.map((name): RowPlan => {
    const { above, below } = around(name, tracks);
    const cells = top + Math.ceil(gap / 2) + (name === 'cable' ? title + LABEL : above);
    const bottom = top + gap + above + below + cellHeight * (name === 'cable' ? tracks : 1);
    const row = { name, top, bottom, cells };
    top = bottom;
    return row;
  });
  return {
    width,
    left,
    cellsWidth,
    cellHeight,
    rows,
    tracks,
    overviewY: top + (isCompact ? 6 : 10),
    legendY: top + overview + 14,
    isCompact,
  };
}

/** Which track each segment lies on: a repetition on the first below the original where it covers no other. */
export function tracksOf(segments: readonly StreamSegment[], most: number): readonly number[] {
  const below: Span[][] = [];
  return segments.map((segment) => {
    if (!segment.isAgain) return 0;
    const span = spanOf(segment);
    const found = below.findIndex((track) => track.every((one) => !clipped(one, span)));
    const index = found >= 0 ? found : Math.min(below.length, most - 2);
    (below[index] ??= []).push(span);
    return index + 1;
  });
}

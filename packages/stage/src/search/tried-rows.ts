// The list of tried schedules keeps to its box: the last ones that fit, and how many came before them. A schedule that
// is too long for one line takes several, so a row has no fixed height.
import { type EventOf, parseSchedule } from '@lockstep/trace';
import { sansWidth } from '../text-width.ts';
import type { SearchState } from './search-at.ts';

/** A digit with the gap after it, and the same downwards; `search.css` draws them so. */
const DIGIT = 24;
const DIGIT_LINE = 27;
const ROW_PADDING = 9;
const NARROW_BELOW = 480;

export interface Room {
  readonly width: number;
  readonly height: number;
}

export interface TriedRows {
  readonly shown: readonly EventOf<'schedule.tried'>[];
  /** Tried before the first that is shown. */
  readonly earlier: number;
  /** Tried after the last one that was recorded: the search only counted them. */
  readonly later: number;
}

export function isNarrow({ width }: Room): boolean {
  return width < NARROW_BELOW;
}

/** @param verdict the sentence above the list, which may need more than one line. */
export function triedRows(state: SearchState, room: Room, verdict: string): TriedRows {
  const narrow = isNarrow(room);
  const inner = room.width - (narrow ? 32 : 48);
  const perLine = Math.max(1, Math.floor((inner - (narrow ? 116 : 216)) / DIGIT));
  const verdictLines = Math.ceil((sansWidth(verdict, 15) + 60) / inner);
  const besideTheList = 16 + 24 * verdictLines + 12 + 40 + 12 + 25 + 2 * 29 + 12;
  let left = room.height - besideTheList;
  let first = state.all.length;
  while (first > 0) {
    const digits = parseSchedule(state.all[first - 1]?.schedule ?? '').length;
    left -= Math.max(1, Math.ceil(digits / perLine)) * DIGIT_LINE + ROW_PADDING;
    const isLast = first === state.all.length;
    if (left < 0 && !isLast) break;
    first--;
  }
  const shown = state.all.slice(first);
  return {
    shown,
    earlier: (shown[0]?.number ?? 1) - 1,
    later: (state.finished?.tried ?? 0) - Math.min(state.finished?.tried ?? 0, shown.at(-1)?.number ?? 0),
  };
}

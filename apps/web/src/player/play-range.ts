// A part of the run, played by itself and, if wanted, over and over: between two cursors.
import { openPrediction, type PlayerState } from './player-state.ts';

export interface PlayRange {
  /** A cursor, below `to`. */
  readonly from: number;
  readonly to: number;
  readonly loops: boolean;
}

type Change = Partial<PlayerState>;

/** A range as somebody asked for it, within the run; undefined when nothing of the run lies in it. */
export function clampRange({ from = 0, to, loops = false }: Partial<PlayRange>, length: number): PlayRange | undefined {
  const range = { from: Math.min(from, length), to: Math.min(to ?? length, length), loops };
  return range.from < range.to ? range : undefined;
}

/** The range begins here; here again, there is none. */
export function rangeFrom(state: PlayerState): Change {
  const { cursor, length, range } = state;
  if (!state.trace || openPrediction(state)) return {};
  if (range?.from === cursor) return { range: undefined };
  return {
    range: clampRange({ from: cursor, to: range && range.to > cursor ? range.to : length, loops: true }, length),
  };
}

/** The range ends here; here again, there is none. */
export function rangeTo(state: PlayerState): Change {
  const { cursor, length, range } = state;
  if (!state.trace || openPrediction(state)) return {};
  if (range?.to === cursor) return { range: undefined };
  return {
    range: clampRange({ from: range && range.from < cursor ? range.from : 0, to: cursor, loops: true }, length),
  };
}

/** Between two cursors, in whichever order a hand drew them. */
export function rangeBetween(one: number, other: number): (state: PlayerState) => Change {
  return (state) =>
    !state.trace || openPrediction(state)
      ? {}
      : { range: clampRange({ from: Math.min(one, other), to: Math.max(one, other), loops: true }, state.length) };
}

export function toggleLoop({ range }: PlayerState): Change {
  return range ? { range: { ...range, loops: !range.loops } } : {};
}

export function dropRange(): Change {
  return { range: undefined };
}

/** Where playing goes on from here: `again` at the beginning of the range, or not beyond a cursor. */
export function playedTo({ range, length }: PlayerState): { readonly end: number; readonly again: number | undefined } {
  if (!range) return { end: length, again: undefined };
  return { end: Math.min(range.to, length), again: range.loops ? range.from : undefined };
}

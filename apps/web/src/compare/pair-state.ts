// Two players under one transport, as pure functions from state to state.
import { alignmentAt, type CursorPair, cursorsAt } from '@lockstep/trace';
import { DELAYS_MS } from '../player/player-state.ts';

export type Side = keyof CursorPair;

export interface PairState {
  readonly lengths: CursorPair;
  /** Where the address lets both stand side by side. */
  readonly meeting: CursorPair;
  /** Where they stand side by side now: another place once one side was moved by itself. */
  readonly anchor: CursorPair;
  /** Steps from the anchor. */
  readonly position: number;
  readonly playing: boolean;
  readonly delayMs: number;
}

export function initialPair(lengths: CursorPair, meeting: CursorPair): PairState {
  const { anchor } = alignmentAt(meeting, lengths);
  return { lengths, meeting: anchor, anchor, position: 0, playing: false, delayMs: 800 };
}

export function pairCursors({ anchor, position, lengths }: PairState): CursorPair {
  return cursorsAt(alignmentAt(anchor, lengths), position, lengths);
}

export function isAligned({ anchor, meeting }: PairState): boolean {
  return anchor.left - anchor.right === meeting.left - meeting.right;
}

/** Both go to a position, and no further than where both have begun or are over. */
function seekPair(state: PairState, position: number): PairState {
  const { first, last } = alignmentAt(state.anchor, state.lengths);
  return { ...state, position: Math.max(first, Math.min(position, last)), playing: false };
}

export const forward = (state: PairState): PairState => seekPair(state, state.position + 1);
export const back = (state: PairState): PairState => seekPair(state, state.position - 1);
export const first = (state: PairState): PairState => seekPair(state, Number.NEGATIVE_INFINITY);
export const last = (state: PairState): PairState => seekPair(state, Number.POSITIVE_INFINITY);

/** One side was moved by itself: from here both go on together. */
export function moveSide(state: PairState, side: Side, cursor: number): PairState {
  return { ...state, anchor: { ...pairCursors(state), [side]: cursor }, position: 0, playing: false };
}

/** Side by side again as the address says, with the left run where it is. */
export function realign(state: PairState): PairState {
  return seekPair({ ...state, anchor: state.meeting }, pairCursors(state).left - state.meeting.left);
}

export function toMeeting(state: PairState): PairState {
  return seekPair({ ...state, anchor: state.meeting }, 0);
}

/** Another meeting, at which both then stand. */
export function meetAt(state: PairState, meeting: CursorPair): PairState {
  return { ...initialPair(state.lengths, meeting), delayMs: state.delayMs };
}

/** One of the runs has grown; whoever stands somewhere stays there. */
export function grown(state: PairState, lengths: CursorPair, meeting: CursorPair): PairState {
  const cursors = pairCursors(state);
  const next = { ...state, lengths, meeting };
  return isAligned(state)
    ? seekPair({ ...next, anchor: meeting }, cursors.left - meeting.left)
    : { ...next, anchor: cursors, position: 0 };
}

/** At the end, play starts over. */
export function togglePlaying(state: PairState): PairState {
  if (state.playing) return { ...state, playing: false };
  const { first: start, last: end } = alignmentAt(state.anchor, state.lengths);
  return { ...state, playing: start < end, position: state.position >= end ? start : state.position };
}

/** One step of playing. */
export function tick(state: PairState): PairState {
  if (!state.playing) return state;
  const next = forward(state);
  return { ...next, playing: next.position < alignmentAt(state.anchor, state.lengths).last };
}

export function changeSpeed(state: PairState, faster: boolean): PairState {
  const place = DELAYS_MS.indexOf(state.delayMs) + (faster ? 1 : -1);
  return { ...state, delayMs: DELAYS_MS[place] ?? state.delayMs };
}

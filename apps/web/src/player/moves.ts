// What each control does, as pure functions from state to the part of it that changes. While a question stands before
// the reveal, nothing moves.
import type { Selection } from '@lockstep/lab';
import { causeOf, clampCursor, effectOf, nextOfActor, previousOfActor, type Source, type Trace } from '@lockstep/trace';
import { playedTo } from './play-range.ts';
import { type Answer, DELAYS_MS, isRunning, openPrediction, type PlayerState } from './player-state.ts';

export type Change = Partial<PlayerState>;

/** A move of the reader's own: it stops the playing, leaves or joins the live end, and lets a frame picked before go. */
export function seek(state: PlayerState, cursor: number): Change {
  if (!state.trace || openPrediction(state)) return {};
  const target = clampCursor(state.trace, cursor);
  return {
    cursor: target,
    playing: false,
    pinned: isRunning(state) && target === state.length,
    ...(target === state.cursor ? {} : letFrameGo(state)),
  };
}

export const first = (state: PlayerState): Change => seek(state, 0);
export const last = (state: PlayerState): Change => seek(state, state.length);
export const back = (state: PlayerState): Change => seek(state, state.cursor - 1);
export const forward = (state: PlayerState): Change => seek(state, state.cursor + 1);

export function nextOfSelected(state: PlayerState): Change {
  return withActor(state, (trace, actor) => nextOfActor(trace, state.cursor, actor));
}

export function previousOfSelected(state: PlayerState): Change {
  return withActor(state, (trace, actor) => previousOfActor(trace, state.cursor, actor));
}

export function toCause(state: PlayerState): Change {
  const cause = state.trace && causeOf(state.trace, state.cursor);
  return cause === undefined ? {} : seek(state, cause);
}

export function toEffect(state: PlayerState): Change {
  const effect = state.trace && effectOf(state.trace, state.cursor);
  return effect === undefined ? {} : seek(state, effect);
}

/** From the end, play starts over, and from outside a range at its beginning; at the live end there is nothing to play. */
export function togglePlaying(state: PlayerState): Change {
  if (!state.trace || openPrediction(state)) return {};
  if (state.playing) return { playing: false };
  if (state.pinned || state.length === 0) return {};
  const { end } = playedTo(state);
  const start = state.range?.from ?? 0;
  return { playing: true, cursor: state.cursor >= end || state.cursor < start ? start : state.cursor };
}

/** One event of playing. At the end of a range that loops the next one is its first. */
export function tick(state: PlayerState): Change {
  if (!state.playing || openPrediction(state)) return {};
  const { end, again } = playedTo(state);
  if (again !== undefined && state.cursor >= end) return { cursor: again, ...letFrameGo(state) };
  const cursor = Math.min(state.cursor + 1, end);
  if (cursor < end || again !== undefined) return { cursor, ...letFrameGo(state) };
  return { cursor, playing: false, pinned: isRunning(state) && cursor === state.length, ...letFrameGo(state) };
}

/** The trace has grown, or its run has changed state. */
export function grown(state: PlayerState, change: Pick<PlayerState, 'trace' | 'length' | 'status'>): Change {
  return {
    ...change,
    waiting: undefined,
    ...(state.pinned && !openPrediction(state) ? { cursor: change.length } : {}),
  };
}

/** Answers or passes over a question. The last answer reveals: a run under way is taken up, one that is over plays. */
export function answer(state: PlayerState, prediction: string, given: Answer): Change {
  const answers = { ...state.answers, [prediction]: given };
  const next = { ...state, answers };
  if (openPrediction(next) || state.origin !== 'live') return { answers };
  if (isRunning(next)) return { answers, pinned: true, cursor: next.length };
  const mode = state.trace?.header.mode;
  if (mode === 'batch' || mode === 'search') return { answers, pinned: false, cursor: next.length };
  return { answers, pinned: false, playing: true };
}

export function changeSpeed(state: PlayerState, faster: boolean): Change {
  const place = DELAYS_MS.indexOf(state.delayMs) + (faster ? 1 : -1);
  return { delayMs: DELAYS_MS[place] ?? state.delayMs };
}

export function toggleSpacing(state: PlayerState): Change {
  return { spacing: state.spacing === 'logical' ? 'true' : 'logical' };
}

export function toggleNumbers(state: PlayerState): Change {
  return { relative: !state.relative };
}

export function toggleSource(state: PlayerState, source: Source): Change {
  const sources = new Set(state.sources);
  if (!sources.delete(source)) sources.add(source);
  return { sources };
}

/** Merges; a field named with undefined is let go. */
export function select(state: PlayerState, selection: Partial<Selection>): Change {
  return { selection: { ...state.selection, ...selection } };
}

/** A frame is picked at a step; at the next one the bytes are those of that step again. A field stays picked. */
function letFrameGo({ selection }: PlayerState): Change {
  return selection.frame === undefined ? {} : { selection: { ...selection, frame: undefined } };
}

/** The selected actor, or whoever did the present step. */
function withActor(state: PlayerState, move: (trace: Trace, actor: string) => number): Change {
  const { trace, cursor, selection } = state;
  if (!trace || trace.length === 0) return {};
  return seek(state, move(trace, selection.actor ?? trace.actorAt(Math.max(0, Math.min(cursor, trace.length) - 1))));
}

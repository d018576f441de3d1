// What the player shows, as the class is told it. A player and a view say the same in two forms; what goes from one to
// the other and back is the same place.
import type { ClassView } from '@lockstep/lab';
import { SOURCES } from '@lockstep/trace';
import type { ShownPlace } from '../player/player.ts';
import { openPrediction, type PlayerState } from '../player/player-state.ts';

/**
 * What the class shall see. Undefined: nothing new yet, e.g. while a recording is on its way.
 * @param before what it saw last, which stays when this has no address (a file from the driver's own disk).
 */
export function viewOf(state: PlayerState, before: ClassView | undefined): ClassView | undefined {
  const { trace, origin, waiting } = state;
  if (waiting || (!trace && origin === 'live')) return undefined;
  if (!trace) return blankView(state);
  if (origin === 'file') return before && { ...before, isPrivate: true };
  return {
    ...blankView(state),
    mode: trace.header.mode,
    ...(origin === 'golden' ? {} : { run: trace.header.run }),
    cursor: state.cursor,
    pinned: state.pinned,
    playing: state.playing,
    selection: pointedAt(state),
    ...(openPrediction(state) ? { holdsFuture: true } : {}),
  };
}

/** The page of a lab before anything of it is there: its golden recording, from the start. */
export function blankView(state: PlayerState): ClassView {
  return {
    lab: state.lab.id,
    mode: state.lab.golden[0]?.mode ?? state.mode,
    cursor: 0,
    pinned: false,
    playing: false,
    selection: {},
    spacing: state.spacing,
    relative: state.relative,
    sources: SOURCES.filter((source) => state.sources.has(source)),
    form: { ...state.form },
  };
}

function pointedAt({ selection: { actor, frame, field, stage } }: PlayerState): ClassView['selection'] {
  return {
    ...(actor === undefined ? {} : { actor }),
    ...(frame === undefined ? {} : { frame }),
    ...(field === undefined ? {} : { field }),
    ...(stage === undefined ? {} : { stage }),
  };
}

/** The part of a view that a player which has its run can show. */
export function placeIn(view: ClassView): ShownPlace {
  const { cursor, pinned, selection, spacing, relative, sources, mode, form } = view;
  return { cursor, pinned, selection, spacing, relative, sources: new Set(sources), mode, form };
}

/** Equal for views that look the same: at the live end the step is wherever that end is. */
export function viewKey(view: ClassView): string {
  return JSON.stringify(view.pinned ? { ...view, cursor: 0 } : view);
}

/** Whether this player has the run that the view is of. */
export function hasRunOf({ trace, origin, lab, waiting }: PlayerState, view: ClassView): boolean {
  if (view.lab !== lab.id || waiting === 'recording') return false;
  if (!trace) return false;
  if (view.run !== undefined) return (origin === 'live' || origin === 'recording') && trace.header.run === view.run;
  return origin === 'golden' && trace.header.mode === view.mode;
}

import { scheduleAt } from '@lockstep/trace';
import { type Place, serializePlace } from './place.ts';
import type { PlayerState } from './player-state.ts';

/** Where the reader is now, as a place; undefined when no address leads here (a file from their own disk). */
export function placeOf(state: PlayerState): Place | undefined {
  const { trace, origin, cursor, pinned, spacing, relative } = state;
  if (!trace) return { knobs: {}, spacing, relative };
  if (origin === 'file') return undefined;
  return {
    ...(origin === 'golden' ? {} : { run: trace.header.run }),
    ...(origin === 'golden' && trace.header.mode !== state.lab.golden[0]?.mode ? { mode: trace.header.mode } : {}),
    ...(pinned || (origin === 'golden' && cursor === 0) ? {} : { step: cursor }),
    knobs: {},
    spacing,
    relative,
  };
}

/**
 * The address of this very step. A stepped run carries its schedule and knobs with it, so that it can be replayed on
 * real threads when its recording is gone.
 */
export function linkTo(state: PlayerState, base: string): string | undefined {
  const place = placeOf(state);
  const { trace, cursor, length, lab } = state;
  if (!place || !trace) return undefined;
  const { header } = trace;
  const isStepped = header.mode === 'stepped' && state.origin !== 'golden';
  const knobs = Object.fromEntries(
    lab.knobs
      .filter((knob) => header.knobs[knob.id] !== undefined && (knob.modes?.includes('stepped') ?? true))
      .map((knob) => [knob.id, String(header.knobs[knob.id])]),
  );
  const query = serializePlace({
    ...place,
    step: cursor,
    ...(isStepped ? { mode: 'stepped', schedule: scheduleAt(trace, length), knobs } : {}),
  });
  return new URL(`/labs/${lab.id}${query}`, base).href;
}

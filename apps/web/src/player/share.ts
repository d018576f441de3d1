import { hasFrames, rulesAt, type Selection } from '@lockstep/lab';
import { scheduleAt } from '@lockstep/trace';
import { addressOf } from '../site.ts';
import { rulesKnobOf } from './held-frames.ts';
import { type Place, serializePlace } from './place.ts';
import type { PlayerState } from './player-state.ts';

/** Where the reader is now, as a place; undefined when no address leads here (a file from their own disk). */
export function placeOf(state: PlayerState): Place | undefined {
  const { trace, origin, cursor, pinned, spacing, relative, range } = state;
  const selection = pointedAt(state);
  if (!trace) return { knobs: {}, spacing, relative };
  if (origin === 'file') return undefined;
  return {
    ...(origin === 'golden' ? {} : { run: trace.header.run }),
    ...(origin === 'golden' && trace.header.mode !== state.lab.golden[0]?.mode ? { mode: trace.header.mode } : {}),
    ...(pinned || (origin === 'golden' && cursor === 0) ? {} : { step: cursor }),
    knobs: {},
    ...(selection ? { selection } : {}),
    ...(range ? { range } : {}),
    spacing,
    relative,
  };
}

/** The address of this very step on the lab's own page, as long as its recording is kept; without the host. */
export function stepAddress(state: PlayerState): string {
  const place = placeOf(state);
  return addressOf(`/labs/${state.lab.id}${place ? serializePlace({ ...place, step: state.cursor }) : ''}`);
}

/** What a link is to show: this step alone, with what is pointed at, or all of it with the range. */
export type SharedPart = 'step' | 'shown' | 'range';

/**
 * The address of this very step. A stepped run carries its knobs with it and what was chosen, as a schedule of threads
 * or as rules of the cable, so that it can be made again when its recording is gone; so does one with rules.
 */
export function linkTo(state: PlayerState, base: string, part: SharedPart = 'range'): string | undefined {
  const place = partOf(placeOf(state), part);
  const { trace, cursor, length, lab } = state;
  if (!place || !trace) return undefined;
  const { header } = trace;
  const { mode } = header;
  const rulesKnob = hasFrames(trace) ? rulesKnobOf(state) : undefined;
  const isRepeatable = (mode === 'stepped' || rulesKnob !== undefined) && state.origin !== 'golden';
  const knobs = Object.fromEntries(
    lab.knobs
      .filter((knob) => header.knobs[knob.id] !== undefined && (knob.modes?.includes(mode) ?? true))
      .map((knob) => [knob.id, String(header.knobs[knob.id])]),
  );
  const chosen = () =>
    rulesKnob
      ? { knobs: { ...knobs, [rulesKnob.id]: rulesAt(trace, length) } }
      : { knobs, schedule: scheduleAt(trace, length) };
  const query = serializePlace({ ...place, step: cursor, ...(isRepeatable ? { mode, ...chosen() } : {}) });
  return new URL(addressOf(`/labs/${lab.id}${query}`), base).href;
}

function partOf(place: Place | undefined, part: SharedPart): Place | undefined {
  if (!place || part === 'range') return place;
  const { range: _, selection, ...rest } = place;
  return part === 'shown' && selection ? { ...rest, selection } : rest;
}

function pointedAt({ selection }: PlayerState): Selection | undefined {
  const pointed = Object.entries(selection).filter(([, value]) => value !== undefined);
  return pointed.length > 0 ? Object.fromEntries(pointed) : undefined;
}

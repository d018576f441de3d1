// Where the reader is, as a URL says it: which run, which step, or which run to make.
// `?run=ab12&step=17` · `&actor=t1&frame=3&field=2.flags&stage=lanes` · `&from=3&to=9&loop=1` · `?mode=stepped&schedule=1122&k.rounds=2` · `&spacing=true` · `&numbers=real`.
import type { Selection } from '@lockstep/lab';
import { formatSchedule, MODES, type Mode, parseSchedule, type Spacing } from '@lockstep/trace';
import type { PlayRange } from './play-range.ts';

export interface Place {
  readonly run?: string;
  readonly step?: number;
  readonly mode?: Mode;
  /** Thread numbers; main is 0. */
  readonly schedule?: readonly number[];
  /** Knobs as the form holds them: numbers and toggles as text. */
  readonly knobs: Readonly<Record<string, string>>;
  /** What is pointed at, and which stage is shown. */
  readonly selection?: Selection;
  /** As it was asked for: nothing is known of the run yet. */
  readonly range?: Partial<PlayRange>;
  readonly spacing: Spacing;
  readonly relative: boolean;
}

/** Reads what it understands; anything else in the query is left out. */
export function parsePlace(search: string): Place {
  const query = new URLSearchParams(search);
  const run = query.get('run') ?? '';
  const step = query.get('step') ?? '';
  const selection = parseSelection(query);
  const range = parseRange(query);
  const mode = MODES.find((known) => known === query.get('mode'));
  const schedule = query.get('schedule') ?? '';
  const knobs: Record<string, string> = {};
  for (const [name, value] of query) if (name.startsWith('k.') && name.length > 2) knobs[name.slice(2)] = value;
  return {
    ...(/^[a-z0-9-]{1,64}$/.test(run) ? { run } : {}),
    ...(NUMBER.test(step) ? { step: Number(step) } : {}),
    ...(mode ? { mode } : {}),
    ...(/^[0-9a-g]{1,2000}$/.test(schedule) ? { schedule: parseSchedule(schedule) } : {}),
    knobs,
    ...(selection ? { selection } : {}),
    ...(range ? { range } : {}),
    spacing: query.get('spacing') === 'true' ? 'true' : 'logical',
    relative: query.get('numbers') !== 'real',
  };
}

/** The query of a place, with its question mark; empty when there is nothing to say. */
export function serializePlace(place: Place): string {
  const query = new URLSearchParams();
  if (place.run !== undefined) query.set('run', place.run);
  if (place.step !== undefined) query.set('step', String(place.step));
  if (place.mode !== undefined) query.set('mode', place.mode);
  if (place.schedule !== undefined && place.schedule.length > 0) query.set('schedule', formatSchedule(place.schedule));
  const { actor, frame, field, stage } = place.selection ?? {};
  if (actor !== undefined) query.set('actor', actor);
  if (frame !== undefined) query.set('frame', String(frame));
  if (field !== undefined) query.set('field', field);
  if (stage !== undefined) query.set('stage', stage);
  const { from, to, loops } = place.range ?? {};
  if (from !== undefined) query.set('from', String(from));
  if (to !== undefined) query.set('to', String(to));
  if (loops) query.set('loop', '1');
  for (const [name, value] of Object.entries(place.knobs)) query.set(`k.${name}`, value);
  if (place.spacing === 'true') query.set('spacing', 'true');
  if (!place.relative) query.set('numbers', 'real');
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

const NUMBER = /^\d{1,9}$/;

function parseSelection(query: URLSearchParams): Selection | undefined {
  const actor = query.get('actor') ?? '';
  const frame = query.get('frame') ?? '';
  const field = query.get('field') ?? '';
  const stage = query.get('stage') ?? '';
  const selection = {
    ...(/^[\w.:-]{1,64}$/.test(actor) ? { actor } : {}),
    ...(NUMBER.test(frame) ? { frame: Number(frame) } : {}),
    ...(/^\d{1,2}\.[ -~]{1,64}$/.test(field) ? { field } : {}),
    ...(/^[\w-]{1,64}$/.test(stage) ? { stage } : {}),
  };
  return Object.keys(selection).length > 0 ? selection : undefined;
}

function parseRange(query: URLSearchParams): Partial<PlayRange> | undefined {
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '';
  const range = {
    ...(NUMBER.test(from) ? { from: Number(from) } : {}),
    ...(NUMBER.test(to) ? { to: Number(to) } : {}),
    ...(query.get('loop') === '1' ? { loops: true } : {}),
  };
  return Object.keys(range).length > 0 ? range : undefined;
}

// Where the reader is, as a URL says it: which run, which step, or which run to make.
// `?run=ab12&step=17` · `?mode=stepped&schedule=1122&k.rounds=2` · `&spacing=true` ·
// `&numbers=real`.
import { formatSchedule, MODES, type Mode, parseSchedule, type Spacing } from '@lockstep/trace';

export interface Place {
  readonly run?: string;
  readonly step?: number;
  readonly mode?: Mode;
  /** Thread numbers; main is 0. */
  readonly schedule?: readonly number[];
  /** Knobs as the form holds them: numbers and toggles as text. */
  readonly knobs: Readonly<Record<string, string>>;
  readonly spacing: Spacing;
  readonly relative: boolean;
}

/** Reads what it understands; anything else in the query is left out. */
export function parsePlace(search: string): Place {
  const query = new URLSearchParams(search);
  const run = query.get('run') ?? '';
  const step = query.get('step') ?? '';
  const mode = MODES.find((known) => known === query.get('mode'));
  const schedule = query.get('schedule') ?? '';
  const knobs: Record<string, string> = {};
  for (const [name, value] of query) if (name.startsWith('k.') && name.length > 2) knobs[name.slice(2)] = value;
  return {
    ...(/^[a-z0-9-]{1,64}$/.test(run) ? { run } : {}),
    ...(/^\d{1,9}$/.test(step) ? { step: Number(step) } : {}),
    ...(mode ? { mode } : {}),
    ...(/^[0-9a-g]{1,2000}$/.test(schedule) ? { schedule: parseSchedule(schedule) } : {}),
    knobs,
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
  for (const [name, value] of Object.entries(place.knobs)) query.set(`k.${name}`, value);
  if (place.spacing === 'true') query.set('spacing', 'true');
  if (!place.relative) query.set('numbers', 'real');
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

import type { TraceEvent } from '@lockstep/trace';
import { monoWidth } from '../text-width.ts';
import type { Telling } from './operation.ts';
import { operationOf } from './operations.ts';

/** Of an event that only changes how its lane goes on. */
const TICK = 20;
/** Blocks of values are alike, so that a loop is seen as one. */
const VALUE = 42;
const LEAST = 32;
const MOST = 88;
/** What is printed may be long; its column is not. */
const MOST_PRINTED = 60;

/** Width of an event's column in the roomy drawing. */
export function columnWidth(event: TraceEvent, telling: Telling): number {
  const operation = operationOf(event, telling);
  if (!operation || operation.form === 'tick') return TICK;
  const { word, value, detail } = operation;
  const number = value === undefined ? monoWidth(detail ?? '', 11) : Math.max(VALUE - 10, monoWidth(String(value), 16));
  const words = value === undefined || word.length > 6 ? monoWidth(word, 12) : 0;
  const most = event.kind === 'text.printed' ? MOST_PRINTED : MOST;
  return Math.ceil(Math.min(most, Math.max(LEAST, Math.max(number, words) + 10)));
}

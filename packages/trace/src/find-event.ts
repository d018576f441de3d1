// Looking for events without building each of them: what all events of a shape have in common is asked once a shape, and
// a chunk in which no shape fits is passed over as a whole.
import { CHUNK_ROWS } from './chunk.ts';
import type { TraceEvent } from './event.ts';
import type { Kind } from './kinds.ts';
import type { Shape } from './shapes.ts';
import type { Trace } from './trace.ts';

/** What is asked of events of one shape; it must not depend on anything else. */
export type ShapeTest = (shape: Shape) => boolean;

const UNKNOWN = 0;
const FITS = 1;
const IS_OUT = 2;

/** `seq` of the first event at or after `from` whose shape fits; undefined when there is none. */
export function nextWhere(trace: Trace, test: ShapeTest, from = 0): number | undefined {
  const { chunks } = trace.columns;
  const fits = rememberedTest(trace, test);
  for (let index = Math.floor(Math.max(0, from) / CHUNK_ROWS); index < chunks.length; index++) {
    const chunk = chunks[index] as (typeof chunks)[number];
    if (!chunk.shapes.some(fits)) continue;
    const { shape, rows } = chunk;
    for (let row = Math.max(0, from - index * CHUNK_ROWS); row < rows; row++)
      if (fits(shape[row] as number)) return index * CHUNK_ROWS + row;
  }
  return undefined;
}

/** `seq` of the last event at or before `from` whose shape fits; undefined when there is none. */
export function previousWhere(trace: Trace, test: ShapeTest, from = trace.length - 1): number | undefined {
  const { chunks } = trace.columns;
  const fits = rememberedTest(trace, test);
  const last = Math.min(from, trace.length - 1);
  for (let index = Math.floor(last / CHUNK_ROWS); index >= 0; index--) {
    const chunk = chunks[index] as (typeof chunks)[number];
    if (!chunk.shapes.some(fits)) continue;
    const { shape, rows } = chunk;
    for (let row = Math.min(rows - 1, last - index * CHUNK_ROWS); row >= 0; row--)
      if (fits(shape[row] as number)) return index * CHUNK_ROWS + row;
  }
  return undefined;
}

/** `seq` of the first event of this kind at or after `from`. */
export function nextOfKind(trace: Trace, kind: Kind, from = 0): number | undefined {
  return nextWhere(trace, (shape) => shape.kind === kind, from);
}

/** `seq` of the last event of this kind at or before `from`. */
export function previousOfKind(trace: Trace, kind: Kind, from = trace.length - 1): number | undefined {
  return previousWhere(trace, (shape) => shape.kind === kind, from);
}

/** The `seq`s of all events whose shape fits, from `from` up to `to` (exclusive; default: the end as it is now). */
export function* seqsWhere(trace: Trace, test: ShapeTest, from = 0, to = trace.length): Generator<number> {
  const { chunks } = trace.columns;
  const fits = rememberedTest(trace, test);
  const first = Math.max(0, from);
  for (let index = Math.floor(first / CHUNK_ROWS); index * CHUNK_ROWS < to && index < chunks.length; index++) {
    const chunk = chunks[index] as (typeof chunks)[number];
    if (!chunk.shapes.some(fits)) continue;
    const base = index * CHUNK_ROWS;
    const end = Math.min(chunk.rows, to - base);
    for (let row = Math.max(0, first - base); row < end; row++) if (fits(chunk.shape[row] as number)) yield base + row;
  }
}

/**
 * The first event at or after `from` that satisfies `test`. A test that turned an event down after it looked at nothing
 * but what the shape tells (kind, actor, source, line, which fields there are) is not asked again about that shape.
 */
export function findEvent(trace: Trace, test: (event: TraceEvent) => boolean, from = 0): TraceEvent | undefined {
  const { chunks, shapes } = trace.columns;
  const known = new Uint8Array(shapes.all.length);
  const mayFit = (number: number): boolean => known[number] !== IS_OUT;
  for (let index = Math.floor(Math.max(0, from) / CHUNK_ROWS); index < chunks.length; index++) {
    const chunk = chunks[index] as (typeof chunks)[number];
    if (!chunk.shapes.some(mayFit)) continue;
    const { shape, rows } = chunk;
    for (let row = Math.max(0, from - index * CHUNK_ROWS); row < rows; row++) {
      const number = shape[row] as number;
      if (known[number] === IS_OUT) continue;
      const event = trace.event(index * CHUNK_ROWS + row);
      if (known[number] === FITS) {
        if (test(event)) return event;
        continue;
      }
      const watched = watch(event);
      if (test(watched.event)) return event;
      known[number] = watched.isLookedInto() ? FITS : IS_OUT;
    }
  }
  return undefined;
}

/** The event, and whether anything was read of it that another event of its shape may say differently. */
function watch(event: TraceEvent): { readonly event: TraceEvent; readonly isLookedInto: () => boolean } {
  let isLookedInto = false;
  const watched = new Proxy(event, {
    get(target, name) {
      const isShared = name === 'kind' || name === 'actor' || name === 'source' || name === 'line';
      if (!isShared && name in target) isLookedInto = true;
      return Reflect.get(target, name) as unknown;
    },
    getOwnPropertyDescriptor(target, name) {
      isLookedInto = true;
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  });
  return { event: watched, isLookedInto: () => isLookedInto };
}

function rememberedTest(trace: Trace, test: ShapeTest): (number: number) => boolean {
  const { all } = trace.columns.shapes;
  const known = new Uint8Array(all.length);
  return (number) => {
    if (known[number] === UNKNOWN) known[number] = test(all[number] as Shape) ? FITS : IS_OUT;
    return known[number] === FITS;
  };
}

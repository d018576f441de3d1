// State is a pure fold over the trace. A fold keeps a state every CHECKPOINT events, so that any seek, forwards or
// backwards, costs at most so many applications, in ten thousand events as in five million. States must be immutable:
// keeping one is then only a reference, and what two states have in common is kept once (list.ts, ordered-map.ts).
import type { TraceEvent } from './event.ts';
import type { Header } from './header.ts';
import type { Kind } from './kinds.ts';
import type { Shape } from './shapes.ts';
import type { Trace } from './trace.ts';

/** A pure reading of events: no clock, no chance; `apply` returns a new state or the same one. */
export interface Model<State> {
  initial(header: Header): State;
  apply(state: State, event: TraceEvent): State;
  /** The kinds that can change the state; events of others are not even built. Undefined: any may. */
  readonly kinds?: ReadonlySet<Kind>;
}

/** Events between two checkpoints. */
export const CHECKPOINT = 512;

/** The most checkpoints of a fold. In a trace for which they are too few, every other one is let go, again and again. */
export const MOST_CHECKPOINTS = 16_384;

/** Stretches between two checkpoints of which all states are kept: those looked at last. */
const MOST_SEGMENTS = 2;

/** The state of a model at every cursor of one trace that may still grow. */
export interface Fold<State> {
  /** State after the first `cursor` events; the cursor is clamped to 0 … trace.length. */
  at(cursor: number): State;
  /** Up to this cursor `at` is quick: there are checkpoints. Beyond it everything before is folded first. */
  readonly reached: number;
  /** Folds ahead by about so many events; for idle moments. False: there is nothing left to do. */
  advance(events: number): boolean;
}

/** The naive definition, O(cursor): the truth that `createFold` is tested against. */
export function stateAt<State>(model: Model<State>, trace: Trace, cursor: number): State {
  let state = model.initial(trace.header);
  const end = clampCursor(trace, cursor);
  for (let seq = 0; seq < end; seq++) state = model.apply(state, trace.event(seq));
  return state;
}

export function createFold<State>(
  model: Model<State>,
  trace: Trace,
  { spacing: firstSpacing = CHECKPOINT, most = MOST_CHECKPOINTS } = {},
): Fold<State> {
  let spacing = firstSpacing;
  let checkpoints: State[] = [model.initial(trace.header)];
  /** By number of their checkpoint, the one used last at the end: a step back is then as cheap as a step forward. */
  const segments = new Map<number, State[]>();
  const concerns = createConcern(model, trace);

  function after(state: State, seq: number): State {
    return concerns(seq) ? model.apply(state, trace.event(seq)) : state;
  }

  /** All states from a checkpoint to the cursor, and on to where somebody looked before. */
  function segmentTo(index: number, cursor: number): readonly State[] {
    const states = segments.get(index) ?? [checkpoints[index] as State];
    segments.delete(index);
    segments.set(index, states);
    if (segments.size > MOST_SEGMENTS) segments.delete(segments.keys().next().value as number);
    const start = index * spacing;
    let state = states.at(-1) as State;
    for (let seq = start + states.length - 1; seq < cursor; seq++) states.push((state = after(state, seq)));
    return states;
  }

  function addCheckpoint(): void {
    const last = checkpoints.length - 1;
    const from = last * spacing;
    const states = segments.get(last);
    let state = states?.at(-1) ?? (checkpoints[last] as State);
    for (let seq = from + (states?.length ?? 1) - 1; seq < from + spacing; seq++) state = after(state, seq);
    checkpoints.push(state);
    if (checkpoints.length <= most) return;
    checkpoints = checkpoints.filter((_, index) => index % 2 === 0);
    spacing *= 2;
    segments.clear();
  }

  const lastReached = (): number => (checkpoints.length - 1) * spacing;

  return {
    at(cursor) {
      const end = clampCursor(trace, cursor);
      while (lastReached() + spacing <= end) addCheckpoint();
      const index = Math.floor(end / spacing);
      return segmentTo(index, end)[end - index * spacing] as State;
    },
    get reached() {
      return Math.min(trace.length, lastReached() + spacing - 1);
    },
    advance(events) {
      const goal = Math.min(trace.length, lastReached() + Math.max(events, spacing));
      while (lastReached() + spacing <= goal) addCheckpoint();
      return lastReached() + spacing <= trace.length;
    },
  };
}

const UNKNOWN = 0;
const YES = 1;
const NO = 2;

/** Whether a model has anything to do with an event; asked once a shape. */
function createConcern({ kinds }: Model<unknown>, { columns }: Trace): (seq: number) => boolean {
  if (!kinds) return () => true;
  let known = new Uint8Array(64);
  return (seq) => {
    const { number, kind }: Shape = columns.shapeAt(seq);
    if (number >= known.length) {
      const more = new Uint8Array(number * 2);
      more.set(known);
      known = more;
    }
    if (known[number] === UNKNOWN) known[number] = kinds.has(kind) ? YES : NO;
    return known[number] === YES;
  };
}

const folds = new WeakMap<Trace, Map<Model<unknown>, Fold<unknown>>>();

/** The one fold of this model over this trace: views of the same model share their checkpoints. */
export function foldOf<State>(model: Model<State>, trace: Trace): Fold<State> {
  let ofTrace = folds.get(trace);
  if (!ofTrace) {
    ofTrace = new Map();
    folds.set(trace, ofTrace);
  }
  let fold = ofTrace.get(model as Model<unknown>);
  if (!fold) {
    fold = createFold(model, trace) as Fold<unknown>;
    ofTrace.set(model as Model<unknown>, fold);
  }
  return fold as Fold<State>;
}

/**
 * Folds ahead what anybody folds of this trace, each by about so many events; for idle moments. False: there is nothing
 * left to do.
 */
export function foldAhead(trace: Trace, events: number): boolean {
  let isMore = false;
  for (const fold of folds.get(trace)?.values() ?? []) if (fold.advance(events)) isMore = true;
  return isMore;
}

export function clampCursor(trace: Trace, cursor: number): number {
  return Math.max(0, Math.min(Math.floor(cursor), trace.length));
}

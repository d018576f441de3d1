// State is a pure fold over the trace. A fold keeps a state every CHECKPOINT events, so that any seek, forwards or
// backwards, costs at most CHECKPOINT applications. States must be immutable: keeping one is then only a reference.
import type { TraceEvent } from './event.ts';
import type { Header } from './header.ts';
import type { Trace } from './trace.ts';

/** A pure reading of events: no clock, no chance; `apply` returns a new state or the same one. */
export interface Model<State> {
  initial(header: Header): State;
  apply(state: State, event: TraceEvent): State;
}

/** Events between two checkpoints. */
export const CHECKPOINT = 128;

/** The state of a model at every cursor of one trace that may still grow. */
export interface Fold<State> {
  /** State after the first `cursor` events; the cursor is clamped to 0 … trace.length. */
  at(cursor: number): State;
}

/** The naive definition, O(cursor): the truth that `createFold` is tested against. */
export function stateAt<State>(model: Model<State>, trace: Trace, cursor: number): State {
  let state = model.initial(trace.header);
  const end = clampCursor(trace, cursor);
  for (let seq = 0; seq < end; seq++) state = model.apply(state, trace.event(seq));
  return state;
}

export function createFold<State>(model: Model<State>, trace: Trace): Fold<State> {
  const checkpoints: State[] = [model.initial(trace.header)];
  // All states of the segment that was looked at last: a step back is then as cheap as a step forward.
  let segment = { start: 0, states: [checkpoints[0] as State] };

  function extendTo(cursor: number): State {
    const { start, states } = segment;
    for (let seq = start + states.length - 1; seq < cursor; seq++)
      states.push(model.apply(states.at(-1) as State, trace.event(seq)));
    return states[cursor - start] as State;
  }

  function enter(index: number): void {
    segment = { start: index * CHECKPOINT, states: [checkpoints[index] as State] };
  }

  return {
    at(cursor) {
      const end = clampCursor(trace, cursor);
      const index = Math.floor(end / CHECKPOINT);
      while (checkpoints.length <= index) {
        if (segment.start !== (checkpoints.length - 1) * CHECKPOINT) enter(checkpoints.length - 1);
        checkpoints.push(extendTo(checkpoints.length * CHECKPOINT));
      }
      if (segment.start !== index * CHECKPOINT) enter(index);
      return extendTo(end);
    },
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

export function clampCursor(trace: Trace, cursor: number): number {
  return Math.max(0, Math.min(Math.floor(cursor), trace.length));
}

// State is a pure fold over the trace. A fold keeps a state every CHECKPOINT events, so that any seek, forwards or
// backwards, costs at most CHECKPOINT applications. States must be immutable: a checkpoint is then only a reference.
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
  let near = { cursor: 0, state: checkpoints[0] as State };

  function from(cursor: number): { cursor: number; state: State } {
    const index = Math.min(Math.floor(cursor / CHECKPOINT), checkpoints.length - 1);
    const base = index * CHECKPOINT;
    return near.cursor <= cursor && near.cursor >= base ? near : { cursor: base, state: checkpoints[index] as State };
  }

  return {
    at(cursor) {
      const end = clampCursor(trace, cursor);
      let { cursor: seq, state } = from(end);
      for (; seq < end; seq++) {
        state = model.apply(state, trace.event(seq));
        if (seq + 1 === checkpoints.length * CHECKPOINT) checkpoints.push(state);
      }
      near = { cursor: end, state };
      return state;
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

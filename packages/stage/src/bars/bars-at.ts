// What has been measured by a cursor: work that is timed while it is done, and things that were measured once.
import type { Model, Source, TraceEvent } from '@lockstep/trace';

/** One thing that is measured. */
export interface Bar {
  /** `work` of the work events, or `what` of the measure. */
  readonly id: string;
  readonly actor: string;
  readonly source: Source;
  /** `seq` of the event that told of it last. */
  readonly seq: number;
  /** How long it has taken so far, or what was measured. */
  readonly value: number;
  /** `µs` for work. */
  readonly unit: string;
  /** Absent: it was measured once, not while it grew. */
  readonly work?: Work;
}

interface Work {
  readonly done: number;
  readonly of: number;
  /** When somebody began to work: what lies before was the start of threads or processes. */
  readonly begunUs: number | undefined;
  /** When each told part was done, in µs. */
  readonly parts: readonly number[];
  readonly isFinished: boolean;
}

export type BarsState = ReadonlyMap<string, Bar>;

export const barsModel: Model<BarsState> = {
  initial: () => new Map(),
  apply(state, event) {
    const bar = barAfter(state, event);
    return bar ? new Map(state).set(bar.id, bar) : state;
  },
};

function barAfter(state: BarsState, event: TraceEvent): Bar | undefined {
  const { actor, source, seq } = event;
  switch (event.kind) {
    case 'measure.taken':
      return { id: event.what, actor, source, seq, value: event.value, unit: event.unit };
    case 'work.started': {
      const work = { done: 0, of: event.of, begunUs: undefined, parts: [], isFinished: false };
      return { id: event.work, actor, source, seq, value: 0, unit: 'µs', work };
    }
    case 'work.progressed': {
      const { done, of, elapsedUs } = event;
      const before = state.get(event.work)?.work;
      const parts = done > 0 ? [...(before?.parts ?? []), elapsedUs] : (before?.parts ?? []);
      const work = { done, of, begunUs: before?.begunUs ?? (done > 0 ? 0 : elapsedUs), parts, isFinished: false };
      return { id: event.work, actor, source, seq, value: elapsedUs, unit: 'µs', work };
    }
    case 'work.finished': {
      const before = state.get(event.work)?.work;
      const parts = before?.parts ?? [];
      const work = { done: event.of, of: event.of, begunUs: before?.begunUs ?? 0, parts, isFinished: true };
      return { id: event.work, actor, source, seq, value: event.elapsedUs, unit: 'µs', work };
    }
    default:
      return undefined;
  }
}

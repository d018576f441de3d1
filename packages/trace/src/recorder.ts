import type { Fact } from './event.ts';
import type { Trace } from './trace.ts';

/** Where probes put their facts. One recorder a run: its order is the order of the trace. */
export interface Recorder {
  /** Appends the fact and returns its `seq`, or -1 when the run is over or its limit is reached. */
  record(fact: Fact): number;
  /** Facts that arrived after the limit. */
  readonly dropped: number;
}

/**
 * @param limit most events a run may have; what comes later is counted, and one `run.dropped` event says so.
 * @param onEvent called after each append with the new event's `seq`.
 */
export function createRecorder(trace: Trace, limit: number, onEvent?: (seq: number) => void): Recorder {
  let dropped = 0;
  return {
    get dropped() {
      return dropped;
    },
    record(fact) {
      if (
        trace.length >= limit &&
        fact.kind !== 'run.ended' &&
        fact.kind !== 'run.dropped' &&
        fact.kind !== 'run.failed'
      ) {
        dropped++;
        return -1;
      }
      const seq = trace.append(fact);
      onEvent?.(seq);
      return seq;
    },
  };
}

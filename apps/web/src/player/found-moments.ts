// The named places of the run on screen: looked for once, for all who show them.
import type { Lab } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { useCallback } from 'react';
import { useReading } from '../frames/use-reading.ts';
import { usePlayer } from './bench.ts';
import { isRunning } from './player-state.ts';

/** By moment, the `seq` at which this run shows it; a moment that it does not show is not there. */
export type FoundMoments = ReadonlyMap<string, number>;

interface Known {
  readonly lab: Lab;
  readonly length: number;
  readonly found: FoundMoments;
}

const known = new WeakMap<Trace, Known>();

export function foundMoments(lab: Lab, trace: Trace): FoundMoments {
  const before = known.get(trace);
  if (before?.lab === lab && before.length === trace.length) return before.found;
  const found = new Map<string, number>();
  for (const moment of lab.moments) {
    const seq = trace.length > 0 ? moment.find(trace) : undefined;
    if (seq !== undefined) found.set(moment.id, seq);
  }
  known.set(trace, { lab, length: trace.length, found });
  return found;
}

/** Undefined: a long run has not been searched yet, or there is no run. */
export function useMoments(): FoundMoments | undefined {
  const { lab, trace, length, isOver } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    length: state.length,
    isOver: !isRunning(state),
  }));
  const read = useCallback((of: Trace): FoundMoments | undefined => foundMoments(lab, of), [lab]);
  return useReading(trace, length, isOver, read, undefined);
}

import { type Access, foldOf, type Trace, valueHistory } from '@lockstep/trace';

/** History of all shared values at this cursor. */
export function historyAt(trace: Trace, cursor: number): ReadonlyMap<string, readonly Access[]> {
  return foldOf(valueHistory, trace).at(cursor).values;
}

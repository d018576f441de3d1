import type { EventOf, Kind, Trace, TraceEvent } from '@lockstep/trace';

/** The events of these kinds, in order. */
export function kinds<K extends Kind>(trace: Trace, ...wanted: readonly K[]): readonly EventOf<K>[] {
  const isWanted = (event: TraceEvent): event is EventOf<K> => (wanted as readonly Kind[]).includes(event.kind);
  return trace.slice(0).filter(isWanted);
}

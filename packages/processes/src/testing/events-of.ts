import type { EventOf, Kind, Trace } from '@lockstep/trace';

export function eventsOf<K extends Kind>(trace: Trace, kind: K): readonly EventOf<K>[] {
  return trace.slice(0).filter((event): event is EventOf<K> => event.kind === kind);
}

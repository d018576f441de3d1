import type { EventOf, Kind, Trace } from '@lockstep/trace';

export type Segment = EventOf<'tcp.segment-sent'>;

/** All events of one kind. */
export function all<K extends Kind>(trace: Trace, kind: K): EventOf<K>[] {
  return trace.slice(0).filter((event): event is EventOf<K> => event.kind === kind);
}

/** The states of one host's socket, with the one that it came from. */
export function statesOf(trace: Trace, host: string, socket: RegExp): string[] {
  const events = all(trace, 'socket.state').filter(
    (event) => event.actor === `${host}.kernel` && socket.test(event.socket),
  );
  return events.length === 0 ? [] : [events[0]?.was as string, ...events.map(({ state }) => state)];
}

/** Where the first call of this name returned. */
export function returnOf(trace: Trace, call: string): number {
  return all(trace, 'call.returned').find((event) => event.call === call)?.seq as number;
}

/** Where the first segment with these flags arrived. */
export function deliveryOf(trace: Trace, flags: string): number {
  const sent = all(trace, 'tcp.segment-sent').find((segment) => segment.flags === flags);
  return all(trace, 'tcp.segment-delivered').find(({ frame }) => frame === sent?.frame)?.seq as number;
}

/** Flags of the segment in this frame. */
export function flagsOf(trace: Trace, frame: number): string {
  return all(trace, 'tcp.segment-sent').find((segment) => segment.frame === frame)?.flags as string;
}

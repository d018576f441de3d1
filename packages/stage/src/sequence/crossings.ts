// A frame's way over the cable, put together from its events: sent, kept back or doubled, then delivered or dropped.
import {
  type EventOf,
  type Retransmission,
  retransmissionsOf,
  type TcpConnections,
  type Trace,
  tcpConnectionsOf,
} from '@lockstep/trace';

/** What the cable did with a frame on its way. */
export interface Stop {
  readonly seq: number;
  readonly kind: 'held' | 'delayed' | 'duplicated';
  readonly reason: string;
  /** Of a delay. */
  readonly ms?: number;
}

/** One of the frames that came out of one: several where the cable doubled it. */
export interface Copy {
  /** `seq` of its end; undefined: it has none (yet). */
  endSeq?: number;
  /** Its end is a loss. */
  dropped?: boolean;
  reason?: string;
}

/** One crossing of the cable. `seq`s are places in the trace; absent: it has not happened (yet). */
export interface Crossing {
  readonly frame: number;
  readonly sent: EventOf<'tcp.segment-sent' | 'frame.sent'>;
  /** Number of its TCP connection; 0: none. */
  readonly connection: number;
  readonly stops: Stop[];
  readonly copies: Copy[];
  deliveredSeq?: number;
  droppedSeq?: number;
  /** Why the cable dropped it, as the cable said it. */
  reason?: string;
  /** The same bytes sent once more. */
  resent?: Retransmission;
  /** It repeats bytes that were sent before. */
  repeats?: Retransmission;
}

/** All crossings of the first `length` events, in order of sending. */
export function crossingsOf(
  trace: Trace,
  length: number,
  connections: TcpConnections = tcpConnectionsOf(trace, length),
): readonly Crossing[] {
  const crossings: Crossing[] = [];
  const onTheWay = new Map<number, Crossing>();
  const bySeq = new Map<number, Crossing>();
  for (let seq = 0; seq < length; seq++) {
    const kind = trace.kindAt(seq);
    if (!kind.startsWith('tcp.segment') && !kind.startsWith('frame.')) continue;
    const event = trace.event(seq);
    if (event.kind === 'tcp.segment-sent' || event.kind === 'frame.sent') {
      const connection = connections.of[seq] ?? 0;
      const crossing: Crossing = { frame: event.frame, sent: event, connection, stops: [], copies: [{}] };
      crossings.push(crossing);
      onTheWay.set(event.frame, crossing);
      bySeq.set(seq, crossing);
    } else if ('frame' in event) {
      const crossing = onTheWay.get(event.frame);
      if (crossing) tell(crossing, event);
    }
  }
  for (const one of retransmissionsOf(trace, length)) {
    const [original, again] = [bySeq.get(one.of), bySeq.get(one.again)];
    if (original) original.resent ??= one;
    if (again) again.repeats = one;
  }
  return crossings;
}

/** The frame of this event was dealt with in some way. */
function tell(crossing: Crossing, event: ReturnType<Trace['event']>): void {
  const { seq } = event;
  switch (event.kind) {
    case 'tcp.segment-delivered':
    case 'frame.delivered':
      crossing.deliveredSeq ??= seq;
      end(crossing, { endSeq: seq });
      return;
    case 'tcp.segment-dropped':
    case 'frame.dropped':
      crossing.droppedSeq ??= seq;
      crossing.reason ??= event.reason;
      end(crossing, { endSeq: seq, dropped: true, reason: event.reason });
      return;
    case 'frame.held':
      crossing.stops.push({ seq, kind: 'held', reason: event.reason });
      return;
    case 'frame.delayed':
      crossing.stops.push({ seq, kind: 'delayed', reason: event.reason, ms: event.ms });
      return;
    case 'frame.duplicated':
      crossing.stops.push({ seq, kind: 'duplicated', reason: event.reason });
      crossing.copies.push({});
      return;
    default:
  }
}

/** The next copy that is still on its way has come to its end. */
function end(crossing: Crossing, how: Copy): void {
  const copy = crossing.copies.find(({ endSeq }) => endSeq === undefined);
  if (copy) Object.assign(copy, how);
}

/** The last event of this crossing. */
export function lastSeqOf({ sent, stops, copies, resent }: Crossing): number {
  return Math.max(
    sent.seq,
    ...stops.map(({ seq }) => seq),
    ...copies.map(({ endSeq }) => endSeq ?? 0),
    resent?.again ?? 0,
  );
}

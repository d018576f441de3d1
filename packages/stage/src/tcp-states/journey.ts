// How far each end of a connection has come on the diagram, and what took it there.
import {
  type EventOf,
  endOfAddress,
  hostOf,
  type TcpConnection,
  type TcpState,
  type TcpStateMark,
  type Trace,
} from '@lockstep/trace';
import type { Place } from './diagram.ts';

/** From one place to the next. */
export interface Move {
  readonly from: Place;
  readonly to: Place;
  readonly seq: number;
  readonly witness: TcpStateMark['witness'];
}

/** One end of a connection, or a socket that listens. */
export interface Journey {
  readonly host: string;
  readonly moves: readonly Move[];
  readonly place: Place;
  /** The kernel has not said where it is: the segments imply it. */
  readonly isImplied: boolean;
}

/** The journey of one host's end, by all marks before the cursor. */
export function journeyOf(marks: readonly TcpStateMark[], host: string, connection: number, cursor: number): Journey {
  const own = marks.filter((mark) => mark.host === host && mark.connection === connection && mark.seq < cursor);
  const moves: Move[] = [];
  const [first] = own;
  const listened = marks.find(
    (mark) => mark.host === host && mark.connection === 0 && !mark.listenerEnds && mark.seq < (first?.seq ?? 0),
  );
  let place: Place = 'CLOSED';
  const isPassive = first !== undefined && (first.was === 'LISTEN' || (first.state === 'SYN-RECEIVED' && listened));
  if (isPassive && connection !== 0) {
    moves.push({
      from: 'CLOSED',
      to: 'LISTEN',
      seq: listened?.seq ?? first.seq,
      witness: listened?.witness ?? 'kernel',
    });
    place = 'LISTEN';
  }
  for (const mark of own) {
    const to = mark.listenerEnds ? 'CLOSED' : placeOf(mark.state as TcpState);
    if (to === place) continue;
    moves.push({ from: place, to, seq: mark.seq, witness: mark.witness });
    place = to;
  }
  return { host, moves, place, isImplied: own.at(-1)?.witness === 'segments' };
}

/** A connection that is closed stands at the second CLOSED. */
function placeOf(state: TcpState): Place {
  return state === 'CLOSED' ? 'ENDED' : state;
}

/** Milliseconds that TIME-WAIT still lasts, by the kernel's last word and the time since; undefined: none runs. */
export function timeWaitLeftMs(
  trace: Trace,
  cursor: number,
  connection: TcpConnection,
  host: string,
): number | undefined {
  const { opener, peer } = connection;
  const [own, other] = opener.host === host ? [opener, peer] : [peer, opener];
  const sockets = new Set<string>();
  let told: EventOf<'socket.timer'> | undefined;
  for (let seq = 0; seq < cursor; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'socket.timer' && kind !== 'socket.state') continue;
    const event = trace.event(seq) as EventOf<'socket.timer' | 'socket.state'>;
    if (hostOf(event.actor) !== host) continue;
    if (event.kind === 'socket.timer') {
      if (sockets.has(event.socket)) told = event;
    } else if (endOfAddress(event.local).port === own.port && endOfAddress(event.remote).port === other.port)
      sockets.add(event.socket);
  }
  if (told?.timer !== 'time-wait') return undefined;
  return Math.max(0, told.expiresMs - (trace.atUs(cursor - 1) - told.at) / 1000);
}

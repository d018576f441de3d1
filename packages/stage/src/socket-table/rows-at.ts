// The kernels' socket tables at a cursor, folded from what they told when it changed, and beside each connection the
// state that the segments alone imply.
import {
  clampCursor,
  type EventOf,
  foldOf,
  hostOf,
  isFinWaitTimer,
  type TcpImplied,
  type TcpState,
  type Trace,
  tcpImplied,
} from '@lockstep/trace';

/** One socket, as `ss -tano` would print it. */
export interface SocketRow {
  readonly socket: string;
  readonly host: string;
  readonly local: string;
  /** Undefined: it listens. */
  readonly remote: string | undefined;
  readonly state: string;
  /** Undefined: there is no segment to imply one. */
  readonly implied: TcpState | undefined;
  readonly sendBytes: number;
  readonly receiveBytes: number;
  /** A name and the milliseconds until it fires; undefined: none runs. */
  readonly timer: { readonly name: string; readonly leftMs: number } | undefined;
  /** The last step changed it. */
  readonly isNow: boolean;
}

type Told = EventOf<'socket.state' | 'socket.buffers' | 'socket.timer'>;

export function socketRowsAt(trace: Trace, at: number): readonly SocketRow[] {
  const cursor = clampCursor(trace, at);
  const implied = foldOf(tcpImplied, trace).at(cursor);
  const rows = new Map<string, SocketRow>();
  for (let seq = 0; seq < cursor; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'socket.state' && kind !== 'socket.buffers' && kind !== 'socket.timer') continue;
    const event = trace.event(seq) as Told;
    const before = rows.get(event.socket);
    const next = event.kind === 'socket.state' ? opened(event, before) : before;
    if (!next) continue;
    rows.set(event.socket, { ...changed(trace, next, event), isNow: seq === cursor - 1 });
  }
  const now = cursor === 0 ? 0 : trace.atUs(cursor - 1);
  return [...rows.values()].map((row) => ({
    ...row,
    implied: impliedOf(implied, row),
    ...(row.timer && { timer: { ...row.timer, leftMs: Math.max(0, row.timer.leftMs - now / 1000) } }),
  }));
}

/** `leftMs` is kept as the moment at which it fires until the cursor's own moment is known. */
function changed(trace: Trace, row: SocketRow, event: Told): SocketRow {
  switch (event.kind) {
    case 'socket.state':
      return row;
    case 'socket.buffers':
      return { ...row, sendBytes: event.sendBytes, receiveBytes: event.receiveBytes };
    case 'socket.timer':
      return {
        ...row,
        timer:
          event.timer === 'none'
            ? undefined
            : { name: timerOf(trace, event), leftMs: event.at / 1000 + event.expiresMs },
      };
  }
}

function timerOf(trace: Trace, event: EventOf<'socket.timer'>): string {
  return isFinWaitTimer(trace, event) ? 'fin-wait' : event.timer;
}

function opened({ socket, actor, local, remote, state }: EventOf<'socket.state'>, before?: SocketRow): SocketRow {
  const isGone = state === 'CLOSED';
  return {
    socket,
    host: hostOf(actor),
    local,
    remote: portOf(remote) === '0' ? undefined : remote,
    state,
    implied: undefined,
    sendBytes: isGone ? 0 : (before?.sendBytes ?? 0),
    receiveBytes: isGone ? 0 : (before?.receiveBytes ?? 0),
    timer: isGone ? undefined : before?.timer,
    isNow: false,
  };
}

/** Hosts are told apart by name in what segments imply, by address in the table: the ports are in both. */
function impliedOf({ ends }: TcpImplied, { host, local, remote }: SocketRow): TcpState | undefined {
  if (remote === undefined) return ends.get(host)?.state;
  const [own, peer] = [portOf(local), portOf(remote)];
  for (const [name, end] of ends) if (name.startsWith(`${host}:${own}>`) && name.endsWith(`:${peer}`)) return end.state;
  return undefined;
}

function portOf(address: string): string {
  return address.slice(address.lastIndexOf(':') + 1);
}

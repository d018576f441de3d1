// What one kernel says of its TCP sockets, told when it changes. It is asked when a frame comes out of that host, right
// before and after one goes in, and between any two calls of its program. In the sandbox a state can then come and go
// unseen only where the kernel itself steps through two by one segment: a FIN that also acknowledges ours takes
// FIN-WAIT-1 to TIME-WAIT at once. What was not seen is not told.
import type { TcpState } from '@lockstep/trace';
import { because, type When } from './frame-facts.ts';
import type { Ledger } from './ledger.ts';
import { parseSocketTable, readSocketTable, type SocketRow, type SocketTimer } from './socket-table.ts';

export interface SocketWatch {
  /** Looks, and records what has changed; `cause` is what moved the bytes, where that is known. */
  sample(atUs: number, cause?: number): void;
  /** The backlog given to listen() for this port, which the table does not tell. */
  setBacklog(port: number, backlog: number): void;
  /** No socket but what the last ACK left in TIME-WAIT. */
  isQuiet(): boolean;
}

export interface SocketWatchOptions {
  readonly host: string;
  /** /proc/net/tcp of its network. */
  readonly tableFd: number;
  readonly ledger: Ledger;
  /** Which rows are this host's, where several share one kernel. */
  readonly belongs: (row: SocketRow) => boolean;
  /** Whether it is asked around every frame and call: only then is it known what has moved a socket. */
  readonly isBracketed: boolean;
  /** Why a socket is in a new state. */
  readonly causeOfState: (connection: string, state: TcpState, was: TcpState) => number | undefined;
  /** Whether the kernel's timers are told. */
  readonly tellsTimers: boolean;
  /** Called between reading a table and telling of it: what led to the state it shows is told first. */
  readonly beforeTelling: () => void;
}

export function createSocketWatch(options: SocketWatchOptions): SocketWatch {
  const { host, tableFd, ledger, isBracketed, belongs, causeOfState, tellsTimers, beforeTelling } = options;
  let known = new Map<string, SocketRow>();
  const backlogs = new Map<number, number>();
  const toldWaiting = new Map<string, string>();

  function compare(socket: string, row: SocketRow | undefined, before: SocketRow | undefined, when: When): void {
    const some = (row ?? before) as SocketRow;
    const base = { at: when.at, actor: `${host}.kernel`, source: 'kernel', socket } as const;
    const state = row?.state ?? 'CLOSED';
    const was = before?.state ?? birthplaceOf(some);
    if (state !== was) {
      const local = `${some.localHost}:${some.localPort}`;
      const remote = `${some.remoteHost}:${some.remotePort}`;
      const cause = isBracketed ? causeOfState(socket.slice(host.length + 1), state, was) : undefined;
      ledger.record({ ...base, ...because(cause), kind: 'socket.state', local, remote, state, was });
    }
    if (!row) return;
    const { sendBytes, receiveBytes, waiting } = row;
    if (sendBytes !== (before?.sendBytes ?? 0) || receiveBytes !== (before?.receiveBytes ?? 0))
      ledger.record({ ...base, ...because(when.cause), kind: 'socket.buffers', sendBytes, receiveBytes });
    // TIME-WAIT begins anew what the kernel's table shows as the same timer in FIN-WAIT-2.
    const isAnew = row.timer.kind === 'time-wait' && state !== was;
    if (tellsTimers && (isAnew || isNewsOfTimer(row.timer, before?.timer)))
      ledger.record({ ...base, kind: 'socket.timer', ...timerFields(row.timer) });
    const backlog = backlogs.get(row.localPort);
    if (row.state !== 'LISTEN' || backlog === undefined) return;
    // Linux lets one more wait than was asked for: it refuses when the queue is longer than the backlog.
    const limit = backlog + 1;
    if (toldWaiting.get(socket) === `${waiting} ${limit}`) return;
    toldWaiting.set(socket, `${waiting} ${limit}`);
    ledger.record({ ...base, ...because(when.cause), kind: 'socket.accept-queue', waiting, limit });
  }

  /** A passive connection is born out of a listening socket (RFC 9293 §3.10.7.2), all else out of nothing. */
  function birthplaceOf(row: SocketRow): TcpState {
    const listens = [...known.values()].some((other) => other.state === 'LISTEN' && other.localPort === row.localPort);
    return row.state !== 'LISTEN' && listens ? 'LISTEN' : 'CLOSED';
  }

  function tell(table: string, when: When): void {
    const rows = new Map(
      parseSocketTable(table)
        .filter(belongs)
        .toSorted((a, b) => Number(a.state === 'LISTEN') - Number(b.state === 'LISTEN'))
        .map((row) => [nameOf(host, row), row]),
    );
    for (const [socket, row] of rows) compare(socket, row, known.get(socket), when);
    for (const [socket, row] of known) if (!rows.has(socket)) compare(socket, undefined, row, when);
    known = rows;
  }

  return {
    sample(atUs, cause) {
      const table = readSocketTable(tableFd);
      beforeTelling();
      tell(table, { at: atUs, ...because(isBracketed ? cause : undefined) });
    },
    setBacklog: (port, backlog) => backlogs.set(port, backlog),
    isQuiet: () => [...known.values()].every((row) => row.state === 'TIME-WAIT'),
  };
}

/** `client:40022→10.0.0.2:9000`, or `server:9000` for a socket that listens. */
function nameOf(host: string, row: SocketRow): string {
  const remote = row.state === 'LISTEN' ? '' : `→${row.remoteHost}:${row.remotePort}`;
  return `${host}:${row.localPort}${remote}`;
}

/** A timer runs all the time: news is that it is another, that it has fired, or that a second of TIME-WAIT has passed. */
function isNewsOfTimer(timer: SocketTimer, before: SocketTimer = NO_TIMER): boolean {
  if (timer.kind !== before.kind || timer.retransmits !== before.retransmits) return true;
  const seconds = ({ expiresMs }: SocketTimer): number => Math.ceil(expiresMs / 1000);
  return timer.kind === 'time-wait' && seconds(timer) !== seconds(before);
}

const NO_TIMER: SocketTimer = { kind: 'none', expiresMs: 0, retransmits: 0 };

function timerFields({ kind, expiresMs, retransmits }: SocketTimer) {
  return { timer: kind, expiresMs: Math.max(0, expiresMs), retransmits };
}

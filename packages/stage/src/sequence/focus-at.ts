import type { TcpConnection, TcpConnections } from '@lockstep/trace';
import type { Pair } from './pair.ts';

/** The connection between two hosts that the present step is about, or else the last one that a step was about. */
export function focusAt(connections: TcpConnections, cursor: number, pair: Pair): TcpConnection | undefined {
  for (let seq = Math.min(cursor, connections.of.length) - 1; seq >= 0; seq--) {
    const connection = connections.list[(connections.of[seq] ?? 0) - 1];
    if (connection && pair.includes(connection.opener.host) && pair.includes(connection.peer.host)) return connection;
  }
  return undefined;
}

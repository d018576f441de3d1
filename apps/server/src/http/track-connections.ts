import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const GOODBYE_MS = 500;

/** The connections of a server, websockets included. */
export interface Connections {
  /** Bytes that the kernel has taken from us, on those that are closed too. */
  readonly bytesSent: number;
  /** Cuts what is left some time after the goodbyes were sent. */
  cut(): void;
}

/**
 * Remembers the connections of a server, so that it can be closed: Node's own `closeAllConnections` does not know those
 * that were upgraded, and one client that does not read would keep it open.
 */
export function trackConnections(http: Server): Connections {
  const connections = new Set<Socket>();
  let bytesSentBefore = 0;
  http.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => {
      connections.delete(socket);
      bytesSentBefore += socket.bytesWritten;
    });
  });
  return {
    get bytesSent() {
      return [...connections].reduce((sum, socket) => sum + socket.bytesWritten, bytesSentBefore);
    },
    cut() {
      http.closeAllConnections();
      setTimeout(() => {
        for (const socket of connections) socket.destroy();
      }, GOODBYE_MS).unref();
    },
  };
}

import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const GOODBYE_MS = 500;

/**
 * Remembers the connections of a server, websockets included, so that it can be closed: Node's own
 * `closeAllConnections` does not know those that were upgraded, and one client that does not read would keep it open.
 * @returns a function that cuts what is left some time after the goodbyes were sent
 */
export function trackConnections(http: Server): () => void {
  const connections = new Set<Socket>();
  http.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  return () => {
    http.closeAllConnections();
    setTimeout(() => {
      for (const socket of connections) socket.destroy();
    }, GOODBYE_MS).unref();
  };
}

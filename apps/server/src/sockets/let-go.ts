import type { Farewell, ServerMessages } from '@lockstep/lab';
import type { Socket } from 'socket.io';

const GOODBYE_MS = 1000;

/**
 * Ends a connection from our side, and says why as far as the client still reads. The page takes it for a loss, and
 * comes back by itself after a while.
 */
export function letGo(socket: Socket<Record<never, never>, ServerMessages>, code: Farewell['code']): void {
  if (!socket.connected) return;
  socket.emit('farewell', { code });
  const wire = socket.request.socket;
  socket.conn.close();
  // Who does not read does not answer the goodbye either.
  setTimeout(() => wire.destroy(), GOODBYE_MS).unref();
}

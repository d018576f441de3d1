// How a connection says that it can take more. The websocket is writable again only when the operating system has
// accepted what was sent before; waiting for that leaves at most one frame a viewer in our memory, and a client that
// does not read simply is not asked, until the ping finds it dead.
import type { Frame, ServerMessages } from '@lockstep/lab';
import type { Socket } from 'socket.io';

export interface Outlet {
  /** Settles when the connection can take a frame (true) or is gone (false). */
  ready(): Promise<boolean>;
  send(frame: Frame): void;
}

type Connection = Socket['conn'];

/** The outlet of a connected socket. It relies on `transport.writable`, as socket.io's own volatile messages do. */
export function createOutlet(socket: Socket<Record<never, never>, ServerMessages>): Outlet {
  return {
    async ready() {
      while (socket.connected && !socket.conn.transport.writable) await writableOrClosed(socket.conn);
      return socket.connected;
    },
    send: (frame) => socket.emit('frame', frame),
  };
}

function writableOrClosed(connection: Connection): Promise<void> {
  const { transport } = connection;
  return new Promise((resolve) => {
    const settle = () => {
      transport.off('ready', settle);
      connection.off('close', settle);
      resolve();
    };
    transport.on('ready', settle);
    connection.on('close', settle);
  });
}

// How a connection says that it can take more. The websocket is writable again only when the operating system has
// accepted what was sent before; waiting for that leaves at most one frame a viewer in our memory, and a client that
// does not read simply is not asked. One that does not for long, while there is something to tell, is let go: it comes
// back when it can, and history is cheaper by HTTP.
import type { Frame, ServerMessages } from '@lockstep/lab';
import type { Socket } from 'socket.io';
import { writeShared } from './shared-frame.ts';

export interface Outlet {
  /** Whether the connection takes a frame at this moment. */
  readonly isReady: boolean;
  /** Settles when the connection can take a frame (true) or is gone (false). */
  ready(): Promise<boolean>;
  /** The same frame is encoded once for all who are sent it. */
  send(frame: Frame): void;
}

export interface OutletOptions {
  /** How long a client may take to accept one frame. */
  readonly slowMs: number;
  /** It took longer. Called once. */
  onTooSlow(): void;
}

type Connection = Socket['conn'];

/** The outlet of a connected socket. It relies on `transport.writable`, as socket.io's own volatile messages do. */
export function createOutlet(socket: Socket<Record<never, never>, ServerMessages>, options: OutletOptions): Outlet {
  const isReady = () => socket.connected && socket.conn.transport.writable;
  let isTooSlow = false;
  let turn: Promise<unknown> = Promise.resolve();

  function giveUp(): void {
    if (isTooSlow) return;
    isTooSlow = true;
    options.onTooSlow();
  }

  async function waitUntilReady(): Promise<boolean> {
    if (isReady()) return true;
    const patience = setTimeout(giveUp, options.slowMs);
    while (socket.connected && !socket.conn.transport.writable) await writableOrClosed(socket.conn);
    clearTimeout(patience);
    return socket.connected;
  }

  return {
    get isReady() {
      return isReady();
    },
    ready() {
      // One after the other: whoever was told that it is ready sends before the next one is told.
      const mine = turn.then(waitUntilReady);
      turn = mine;
      return mine;
    },
    send: (frame) => writeShared(socket, frame),
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

import type { Socket } from 'socket.io';
import { eventPacket } from './event-packet.ts';
import type { Outlet } from './outlet.ts';

/** Where a class's news go out: text that was made once for many. */
export interface NewsOutlet {
  /** Settles when the connection can take a message (true) or is gone (false). */
  ready(): Promise<boolean>;
  /** @param json the news as JSON */
  send(json: string): void;
}

export function createNewsOutlet(socket: Pick<Socket, 'conn'>, outlet: Outlet): NewsOutlet {
  return { ready: () => outlet.ready(), send: (json) => void socket.conn.write(eventPacket('class', json)) };
}

// Sockets that never become a request. Opening one costs a stranger nothing, so we keep few of them for each address and
// none for long; whoever sends a request is another matter, and has other limits.
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { RefusalLog } from '../refusal-log.ts';
import type { ServerLimits } from '../server-limits.ts';
import { networkOf } from '../sockets/address-limit.ts';

type SocketLimits = Pick<ServerLimits, 'maxSockets' | 'maxSilentSockets' | 'requestMs' | 'idleSocketMs'>;

/** How often Node looks for requests that take too long; an option of the server's creation. */
export function connectionsCheckingInterval({ requestMs }: Pick<ServerLimits, 'requestMs'>): number {
  return requestMs / 4;
}

/** Bounds the sockets of a server. */
export function limitSockets(http: Server, limits: SocketLimits, refusals: RefusalLog): void {
  http.maxConnections = limits.maxSockets;
  http.headersTimeout = limits.requestMs;
  http.requestTimeout = limits.requestMs;
  http.keepAliveTimeout = 5_000;
  // Also for an answer that is not read. A websocket is on no clock but its own.
  http.timeout = limits.idleSocketMs;

  const silent = new Map<string, number>();
  const leaveOf = new WeakMap<Socket, () => void>();

  http.on('drop', () => refusals.note(`there are ${limits.maxSockets} sockets already`));
  http.on('connection', (socket: Socket) => {
    const network = networkOf(socket.remoteAddress);
    const count = silent.get(network) ?? 0;
    if (count >= limits.maxSilentSockets) {
      refusals.note('too many sockets of one address that ask nothing');
      socket.destroy();
      return;
    }
    silent.set(network, count + 1);
    const leave = () => {
      if (!leaveOf.delete(socket)) return;
      const left = (silent.get(network) ?? 0) - 1;
      if (left > 0) silent.set(network, left);
      else silent.delete(network);
    };
    leaveOf.set(socket, leave);
    socket.once('close', leave);
  });
  const onAsked = ({ socket }: IncomingMessage) => leaveOf.get(socket)?.();
  http.prependListener('request', onAsked);
  http.prependListener('upgrade', onAsked);
}

/** Only one path is for websockets; Node would keep a socket that asks for one elsewhere. */
export function refuseOtherUpgrades(http: Server, path: string, refusals: RefusalLog): void {
  http.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    if (request.url?.startsWith(path)) return;
    refusals.note('there is no websocket under that address');
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => socket.destroy());
  });
}

import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { ServerMessages } from '@lockstep/lab';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import { createJoinGate } from '../classes/join-gate.ts';
import { createNewsOutlet } from '../delivery/news-outlet.ts';
import { createOutlet } from '../delivery/outlet.ts';
import { isAllowedHost, isOwnOrigin } from '../http/allowed-host.ts';
import type { ServerLimits } from '../server-limits.ts';
import { type ConversationOptions, createConversation } from './conversation.ts';
import { isSameToken } from './same-token.ts';

export interface SocketsOptions extends Pick<ConversationOptions, 'runs' | 'recordings' | 'classes' | 'labs'> {
  readonly limits: ServerLimits;
  readonly logger: Logger;
  readonly names: ReadonlySet<string>;
  /** Needed to start runs; undefined: everybody may. */
  readonly token: string | undefined;
}

type Sockets = Server<Record<string, (...values: unknown[]) => void>, ServerMessages>;

/** Opens the websocket side of the server. Only websockets, so that every way in passes the same check. */
export function attachSockets(http: HttpServer, options: SocketsOptions): Sockets {
  const { limits, logger, names } = options;
  const joinGate = createJoinGate();
  const sockets: Sockets = new Server(http, {
    transports: ['websocket'],
    allowUpgrades: false,
    serveClient: false,
    maxHttpBufferSize: limits.maxMessageBytes,
    connectTimeout: 10_000,
    // `cors` guards no websocket; this does.
    allowRequest(request, decide) {
      const refusal = whyNotAllowed(request, names, sockets.engine.clientsCount, limits);
      if (refusal) logger.warn({ refusal }, 'a connection is refused');
      decide(refusal, refusal === undefined);
    },
  });
  sockets.on('connection', (socket) => {
    socket.on('error', (error) => logger.warn({ err: error }, 'a connection failed'));
    const outlet = createOutlet(socket);
    const conversation = createConversation({
      ...options,
      client: socket.id,
      address: socket.handshake.address,
      outlet,
      newsOutlet: createNewsOutlet(socket, outlet),
      joinGate,
      mayRun: options.token === undefined || isSameToken(tokenOf(socket), options.token),
    });
    socket.onAny((name: string, request: unknown, reply: unknown) => {
      void conversation.answer(name, request).then((answer) => {
        if (typeof reply === 'function') reply(answer);
      });
    });
    socket.on('disconnect', () => conversation.end());
  });
  return sockets;
}

function whyNotAllowed(
  { headers }: IncomingMessage,
  names: ReadonlySet<string>,
  connections: number,
  limits: ServerLimits,
): string | undefined {
  if (!isAllowedHost(headers.host, names)) return 'this server does not go by that name';
  if (!isOwnOrigin(headers.origin, headers.host)) return 'pages of another origin may not connect';
  if (connections >= limits.maxConnections) return `there are ${limits.maxConnections} connections already`;
  return undefined;
}

/** The token as the page sends it (`auth`), as it stands in a link (`?token=`), or as a header. */
function tokenOf({ handshake: { auth, query, headers } }: Pick<Socket, 'handshake'>): string {
  const token: unknown = auth['token'] ?? query['token'] ?? headers['x-lockstep-token'];
  return typeof token === 'string' ? token : '';
}

import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import { createJoinGate } from '../classes/join-gate.ts';
import type { Cluster } from '../cluster/cluster-contract.ts';
import { createAudiences } from '../delivery/audience.ts';
import { createNewsOutlet } from '../delivery/news-outlet.ts';
import { createOutlet } from '../delivery/outlet.ts';
import { refuseOtherUpgrades } from '../http/limit-sockets.ts';
import type { RefusalLog } from '../refusal-log.ts';
import type { ServerLimits } from '../server-limits.ts';
import { createConnectionGate } from './connection-gate.ts';
import { type ConversationOptions, createConversation } from './conversation.ts';
import { letGo } from './let-go.ts';
import { isSameToken } from './same-token.ts';
import type { Sockets } from './sockets.ts';

export interface SocketsOptions
  extends Pick<ConversationOptions, 'runs' | 'recordings' | 'classes' | 'labs' | 'metrics'> {
  readonly limits: ServerLimits;
  readonly logger: Logger;
  readonly refusals: RefusalLog;
  readonly names: ReadonlySet<string>;
  /** Needed to start runs; undefined: everybody may. */
  readonly token: string | undefined;
  readonly cluster: Cluster | undefined;
}

const PATH = '/socket.io/';

/** Answers that wait for a client that asks and does not read. */
const MAX_UNREAD = 64;

/** Opens the websocket side of the server. Only websockets, so that every way in passes the same check. */
export function attachSockets(http: HttpServer, options: SocketsOptions): Sockets {
  const { limits, logger, names, metrics, cluster, refusals } = options;
  const joinGate = createJoinGate({ maxWaitMs: limits.joinWaitMs });
  const sockets: Sockets = new Server(http, {
    transports: ['websocket'],
    allowUpgrades: false,
    path: PATH,
    destroyUpgrade: false,
    serveClient: false,
    maxHttpBufferSize: limits.maxMessageBytes,
    connectTimeout: limits.handshakeMs,
    pingInterval: limits.pingIntervalMs,
    pingTimeout: limits.pingTimeoutMs,
    ...(cluster && { adapter: cluster.adapter }),
    // `cors` guards no websocket; this does.
    allowRequest(request, decide) {
      const refusal = gate(request);
      if (refusal !== undefined) {
        metrics.turnedAway(refusal);
        refusals.note(refusal);
      }
      decide(refusal, refusal === undefined);
    },
  });
  const gate = createConnectionGate({ names, limits, count: () => sockets.engine.clientsCount });
  refuseOtherUpgrades(http, PATH, refusals);
  // Whoever names a connection that there is would not be asked by `allowRequest`.
  sockets.engine.use((request: IncomingMessage & { _query: object }, _response: unknown, next: (no?: Error) => void) =>
    next('sid' in request._query ? new Error('a connection is not taken over by another') : undefined),
  );
  const audienceOf = createAudiences(metrics);
  sockets.on('connection', (socket) => {
    socket.on('error', (error) => logger.warn({ err: error }, 'a connection failed'));
    const end = (code: 'too-slow' | 'too-fast') => {
      refusals.note(code === 'too-slow' ? 'a client that does not read' : 'a client that sends without end');
      metrics.letGo(code);
      letGo(socket, code);
    };
    const outlet = createOutlet(socket, { slowMs: limits.slowMs, onTooSlow: () => end('too-slow') });
    const conversation = createConversation({
      ...options,
      client: socket.id,
      address: socket.handshake.address,
      runsElsewhere: cluster?.runsElsewhere,
      outlet,
      newsOutlet: createNewsOutlet(socket, outlet),
      joinGate,
      audienceOf,
      onTooFast: () => end('too-fast'),
      mayRun: options.token === undefined || isSameToken(tokenOf(socket), options.token),
    });
    socket.onAny((name: string, request: unknown, reply: unknown) => {
      if (unreadOf(socket) > MAX_UNREAD) return end('too-slow');
      void conversation.answer(name, request).then((answer) => {
        if (typeof reply === 'function') reply(answer);
      });
    });
    socket.on('disconnect', () => conversation.end());
  });
  return sockets;
}

/** Packets that wait because the client does not take them. */
function unreadOf({ conn }: Pick<Socket, 'conn'>): number {
  return (conn as unknown as { readonly writeBuffer: readonly unknown[] }).writeBuffer.length;
}

/** The token as the page sends it (`auth`), as it stands in a link (`?token=`), or as a header. */
function tokenOf({ handshake: { auth, query, headers } }: Pick<Socket, 'handshake'>): string {
  const token: unknown = auth['token'] ?? query['token'] ?? headers['x-lockstep-token'];
  return typeof token === 'string' ? token : '';
}

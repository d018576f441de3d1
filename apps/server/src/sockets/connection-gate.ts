// Who may open a websocket. All of it is decided on the request for the upgrade, before anything is kept for whoever asks.
import type { IncomingMessage } from 'node:http';
import { isAllowedHost, isOwnOrigin } from '../http/allowed-host.ts';
import type { ServerLimits } from '../server-limits.ts';
import { createAddressLimit } from './address-limit.ts';

export interface ConnectionGateOptions {
  readonly names: ReadonlySet<string>;
  readonly limits: ServerLimits;
  /** How many are connected. */
  count(): number;
}

/** Says why a request is refused; undefined: it may connect. */
export type ConnectionGate = (request: IncomingMessage) => string | undefined;

export function createConnectionGate({ names, limits, ...options }: ConnectionGateOptions): ConnectionGate {
  const mayCome = createAddressLimit({ burst: limits.connectionBurst, perSecond: limits.connectionsPerSecond });
  return ({ headers, url, socket }) => {
    if (!isAllowedHost(headers.host, names)) return 'this server does not go by that name';
    if (!isOwnOrigin(headers.origin, headers.host)) return 'pages of another origin may not connect';
    const query = new URL(url ?? '', 'http://x').searchParams;
    if (query.get('EIO') !== '4') return 'only the fourth revision of the protocol is spoken here';
    // There is no other transport to come from.
    if (query.has('sid')) return 'a connection is not taken over by another';
    if (options.count() >= limits.maxConnections) return `there are ${limits.maxConnections} connections already`;
    if (!mayCome(socket.remoteAddress ?? '')) return 'too many new connections from one address';
    return undefined;
  };
}

// Being bound to 127.0.0.1 is no fence by itself: any page in the visitor's browser can open a websocket to it, or make
// its own name point at 127.0.0.1 (DNS rebinding) and then read from us as from itself. So we look at both headers: a
// Host must be an address, which nobody can rebind, or one of our own names, and an Origin must be of the same host.
import { isIP } from 'node:net';
import os from 'node:os';

/** The names, beside addresses, under which a server bound to `boundHost` may be reached; a balancer in front has others. */
export function ownNames(boundHost: string, others: readonly string[] = []): ReadonlySet<string> {
  const hostname = os.hostname().toLowerCase();
  return new Set([
    'localhost',
    boundHost.toLowerCase(),
    hostname,
    `${hostname}.local`,
    ...others.map((name) => name.toLowerCase()),
  ]);
}

export function isAllowedHost(host: string | undefined, names: ReadonlySet<string>): boolean {
  const url = parseUrl(`http://${host ?? ''}`);
  if (!url) return false;
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(name) !== 0 || names.has(name);
}

/** Whether a page of this origin was served under this host. A websocket without an Origin comes from no browser. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  const page = parseUrl(origin ?? '');
  const server = parseUrl(`http://${host ?? ''}`);
  return page !== undefined && /^https?:$/.test(page.protocol) && page.host === server?.host;
}

/** Whether only this machine can reach a server bound there. */
export function isLoopback(boundHost: string): boolean {
  return boundHost === 'localhost' || boundHost === '::1' || /^127\.\d+\.\d+\.\d+$/.test(boundHost);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

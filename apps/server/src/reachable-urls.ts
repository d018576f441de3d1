import { isIPv6 } from 'node:net';
import os from 'node:os';

const ALL_ADDRESSES = ['0.0.0.0', '::'];

/** The addresses to give to people: for a server bound to all of the machine's, each of those that others can reach. */
export function reachableUrls(host: string, port: number, interfaces = os.networkInterfaces()): readonly string[] {
  const outside = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
  const hosts = ALL_ADDRESSES.includes(host) && outside.length > 0 ? outside : [host];
  return hosts.map((name) => `http://${isIPv6(name) ? `[${name}]` : name}:${port}/`);
}

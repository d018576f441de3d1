import { viewOf } from './bytes.ts';
import { AF_INET } from './linux.ts';

export interface InternetAddress {
  /** Dotted quad. */
  readonly host: string;
  readonly port: number;
}

/** Bytes of `struct sockaddr_in`, ip(7). */
export const INTERNET_ADDRESS_LENGTH = 16;

export function packInternetAddress({ host, port }: InternetAddress): Uint8Array {
  const bytes = new Uint8Array(INTERNET_ADDRESS_LENGTH);
  viewOf(bytes).setUint16(0, AF_INET, true);
  viewOf(bytes).setUint16(2, port);
  bytes.set(ipv4Bytes(host), 4);
  return bytes;
}

export function readInternetAddress(bytes: Uint8Array): InternetAddress {
  return { host: bytes.subarray(4, 8).join('.'), port: viewOf(bytes).getUint16(2) };
}

/**
 * The four bytes of a dotted quad.
 * @throws RangeError for anything else: no names are looked up.
 */
export function ipv4Bytes(host: string): Uint8Array {
  const parts = host.split('.').map(Number);
  if (parts.length !== 4 || !parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255))
    throw new RangeError(`${host} is not an IPv4 address`);
  return Uint8Array.from(parts);
}

import { isIPv6 } from 'node:net';
import { createRecentlyUsed } from '../recently-used.ts';
import { createTokenBucket } from './token-bucket.ts';

export interface AddressLimitOptions {
  /** A whole class comes from one address when it stands behind one router. */
  readonly burst: number;
  readonly perSecond: number;
}

const MAX_ADDRESSES = 10_000;

/** A rate for each address. Whoever was not seen the longest is forgotten, and begins anew. */
export function createAddressLimit({ burst, perSecond }: AddressLimitOptions): (address: string) => boolean {
  const buckets = createRecentlyUsed<() => boolean>(MAX_ADDRESSES);
  return (address) => {
    const network = networkOf(address);
    const mayCome = buckets.get(network) ?? createTokenBucket(perSecond, undefined, burst);
    buckets.set(network, mayCome);
    return mayCome();
  };
}

/** One visitor has a whole /64 of IPv6 addresses, and an IPv4 address in either spelling. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return '';
  if (address.startsWith('::ffff:')) return address.slice('::ffff:'.length);
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  return [...first, ...Array<string>(zeros).fill('0'), ...last].slice(0, 4).join(':');
}

import { fetchAddresses } from '../live/server-pages.ts';

/** Where others reach this server; on a loopback address only this machine does, unless the server knows a better one. */
export async function baseForOthers(
  here = location.origin,
): Promise<{ readonly url: string; readonly isReachable: boolean }> {
  if (!isLoopback(new URL(here).hostname)) return { url: here, isReachable: true };
  const [address] = await fetchAddresses();
  return address === undefined ? { url: here, isReachable: false } : { url: address, isReachable: true };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.') || host.endsWith('.localhost');
}

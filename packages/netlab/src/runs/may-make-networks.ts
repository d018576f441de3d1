import { readFileSync } from 'node:fs';

const CAP_NET_ADMIN = 12n;
const CAP_SYS_ADMIN = 21n;

/** Whether this process may make network namespaces and furnish them as it is (capabilities(7)), as root usually may. */
export function mayMakeNetworks(): boolean {
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  const bits = BigInt(`0x${effective}`);
  return [CAP_NET_ADMIN, CAP_SYS_ADMIN].every((capability) => ((bits >> capability) & 1n) === 1n);
}

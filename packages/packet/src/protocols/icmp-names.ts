const TYPES: Readonly<Record<number, string>> = {
  0: 'echo reply',
  3: 'destination unreachable',
  4: 'source quench',
  5: 'redirect',
  8: 'echo request',
  9: 'router advertisement',
  10: 'router solicitation',
  11: 'time exceeded',
  12: 'parameter problem',
  13: 'timestamp request',
  14: 'timestamp reply',
};

const CODES: Readonly<Record<number, readonly string[]>> = {
  3: [
    'net unreachable',
    'host unreachable',
    'protocol unreachable',
    'port unreachable',
    'fragmentation needed',
    'source route failed',
    'destination network unknown',
    'destination host unknown',
    'source host isolated',
    'network administratively prohibited',
    'host administratively prohibited',
    'network unreachable for type of service',
    'host unreachable for type of service',
    'communication administratively prohibited',
  ],
  5: ['for the network', 'for the host', 'for type of service and network', 'for type of service and host'],
  11: ['time to live exceeded in transit', 'fragment reassembly time exceeded'],
};

/** The name of an ICMP type (RFC 792, IANA). */
export function typeText(type: number): string {
  return TYPES[type] ?? `type ${type}`;
}

/** The name of an ICMP code, whose meaning depends on the type (RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1). */
export function codeText(type: number, code: number): string {
  return CODES[type]?.[code] ?? `code ${code}`;
}

const TYPES: Readonly<Record<number, string>> = {
  1: 'destination unreachable',
  2: 'packet too big',
  3: 'time exceeded',
  4: 'parameter problem',
  128: 'echo request',
  129: 'echo reply',
  130: 'multicast listener query',
  131: 'multicast listener report',
  132: 'multicast listener done',
  133: 'router solicitation',
  134: 'router advertisement',
  135: 'neighbor solicitation',
  136: 'neighbor advertisement',
  137: 'redirect',
  143: 'multicast listener report, version 2',
};

const CODES: Readonly<Record<number, readonly string[]>> = {
  1: [
    'no route to destination',
    'administratively prohibited',
    'beyond scope of source address',
    'address unreachable',
    'port unreachable',
    'source address failed policy',
    'reject route to destination',
  ],
  3: ['hop limit exceeded in transit', 'fragment reassembly time exceeded'],
  4: ['erroneous header field', 'unrecognized next header', 'unrecognized IPv6 option'],
};

/** The name of an ICMPv6 type (RFC 4443, RFC 4861, RFC 3810). */
export function typeText(type: number): string {
  return TYPES[type] ?? `type ${type}`;
}

/** The name of an ICMPv6 code, whose meaning depends on the type (RFC 4443 §3). */
export function codeText(type: number, code: number): string {
  return CODES[type]?.[code] ?? `code ${code}`;
}

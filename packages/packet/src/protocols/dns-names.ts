// Names of the numbers of DNS (IANA, RFC 1035, RFC 6895), only for showing them.

export const DNS_TYPES = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  OPT: 41,
} as const;

const TYPES: Readonly<Record<number, string>> = {
  ...Object.fromEntries(Object.entries(DNS_TYPES).map(([name, number]) => [number, name])),
  33: 'SRV',
  43: 'DS',
  46: 'RRSIG',
  47: 'NSEC',
  48: 'DNSKEY',
  64: 'SVCB',
  65: 'HTTPS',
  252: 'AXFR',
  255: 'ANY',
  257: 'CAA',
};

const CLASSES: Readonly<Record<number, string>> = { 1: 'IN', 3: 'CH', 4: 'HS', 254: 'NONE', 255: 'ANY' };

const OPCODES: Readonly<Record<number, string>> = {
  0: 'query',
  1: 'inverse query',
  2: 'status',
  4: 'notify',
  5: 'update',
};

const RESPONSE_CODES: Readonly<Record<number, string>> = {
  0: 'no error',
  1: 'format error',
  2: 'server failure',
  3: 'no such name',
  4: 'not implemented',
  5: 'refused',
};

const OPTIONS: Readonly<Record<number, string>> = {
  3: 'Name server identifier',
  8: 'Client subnet',
  10: 'Cookie',
  11: 'Keepalive',
  12: 'Padding',
  15: 'Extended error',
};

/** `AAAA`, or `TYPE4711` as RFC 3597 has it. */
export function typeText(type: number): string {
  return TYPES[type] ?? `TYPE${type}`;
}

export function classText(number: number): string {
  return CLASSES[number] ?? `CLASS${number}`;
}

export function opcodeText(opcode: number): string {
  return OPCODES[opcode] ?? `opcode ${opcode}`;
}

export function responseCodeText(code: number): string {
  return RESPONSE_CODES[code] ?? `response code ${code}`;
}

/** The title of an EDNS option. */
export function ednsOptionText(code: number): string {
  return OPTIONS[code] ?? 'Unknown';
}

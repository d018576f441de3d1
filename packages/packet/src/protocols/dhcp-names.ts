// Names of the numbers of DHCP (RFC 2132, IANA), only for showing them.
const MESSAGE_TYPES = ['DISCOVER', 'OFFER', 'REQUEST', 'DECLINE', 'ACK', 'NAK', 'RELEASE', 'INFORM'];

const OPTIONS: Readonly<Record<number, string>> = {
  1: 'Subnet mask',
  3: 'Router',
  6: 'Domain name server',
  12: 'Host name',
  15: 'Domain name',
  26: 'Interface MTU',
  28: 'Broadcast address',
  42: 'Time server',
  50: 'Requested address',
  51: 'Lease time',
  53: 'Message type',
  54: 'Server identifier',
  55: 'Parameter request list',
  56: 'Message',
  57: 'Maximum message size',
  58: 'Renewal time',
  59: 'Rebinding time',
  60: 'Vendor class',
  61: 'Client identifier',
  82: 'Relay agent information',
  119: 'Domain search',
  121: 'Classless static route',
};

/** `DISCOVER`, or `message type 77`. */
export function messageTypeText(type: number): string {
  return MESSAGE_TYPES[type - 1] ?? `message type ${type}`;
}

/** The title of an option. */
export function optionText(code: number): string {
  return OPTIONS[code] ?? 'Unknown';
}

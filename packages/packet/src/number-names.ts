// Names of assigned numbers (IANA), only for showing them: also of protocols that are not decoded here.
import { hexNumber } from './hex.ts';

const ETHER_TYPES: Readonly<Record<number, string>> = {
  0x0800: 'IPv4',
  0x0806: 'ARP',
  0x8100: '802.1Q VLAN tag',
  0x86dd: 'IPv6',
  0x88a8: '802.1ad service VLAN tag',
  0x88cc: 'LLDP',
};

const IP_PROTOCOLS: Readonly<Record<number, string>> = {
  0: 'hop-by-hop options',
  1: 'ICMP',
  2: 'IGMP',
  6: 'TCP',
  17: 'UDP',
  41: 'IPv6',
  43: 'routing',
  44: 'fragment',
  47: 'GRE',
  50: 'ESP',
  51: 'AH',
  58: 'ICMPv6',
  59: 'no next header',
  60: 'destination options',
  89: 'OSPF',
  132: 'SCTP',
  135: 'mobility',
};

/** `IPv4 (0x0800)` */
export function etherTypeText(number: number): string {
  return named(ETHER_TYPES[number], hexNumber(number, 4));
}

/** `TCP (6)` */
export function ipProtocolText(number: number): string {
  return named(IP_PROTOCOLS[number], String(number));
}

function named(name: string | undefined, number: string): string {
  return name === undefined ? number : `${name} (${number})`;
}

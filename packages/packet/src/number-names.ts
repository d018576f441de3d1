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
  1: 'ICMP',
  2: 'IGMP',
  6: 'TCP',
  17: 'UDP',
  41: 'IPv6',
  47: 'GRE',
  50: 'ESP',
  58: 'ICMPv6',
  89: 'OSPF',
  132: 'SCTP',
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

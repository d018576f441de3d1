import type { Place } from '../codec.ts';

const PACKET_TYPES = ['to us', 'broadcast', 'multicast', 'to somebody else', 'from us'];

/** Below this the field tells of frames that have no EtherType. */
const LEAST_ETHER_TYPE = 0x0600;

/** How the packet came by the machine that captured it. */
export function packetTypeText(type: number): string {
  return PACKET_TYPES[type] ?? `packet type ${type}`;
}

export function etherTypeIn(number: number): readonly Place[] {
  return number < LEAST_ETHER_TYPE ? [] : [{ carrier: 'ether-type', number }];
}

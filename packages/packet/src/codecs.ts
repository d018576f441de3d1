// The protocols known here. A new protocol is its own file beside the others, and its line in each of these three lists.
import type { Carrier, Codec, Place } from './codec.ts';
import { type ArpHeader, arp } from './protocols/arp.ts';
import { type EthernetDraft, type EthernetHeader, ethernet } from './protocols/ethernet.ts';
import { type IcmpDraft, type IcmpHeader, icmp } from './protocols/icmp.ts';
import { type Ipv4Draft, type Ipv4Header, ipv4 } from './protocols/ipv4.ts';
import { type TcpDraft, type TcpHeader, tcp } from './protocols/tcp.ts';
import { type UdpDraft, type UdpHeader, udp } from './protocols/udp.ts';
import { type VlanDraft, type VlanHeader, vlan } from './protocols/vlan.ts';

/** What decoding gives, by protocol. */
export interface ProtocolHeaders {
  readonly ethernet: EthernetHeader;
  readonly vlan: VlanHeader;
  readonly arp: ArpHeader;
  readonly ipv4: Ipv4Header;
  readonly icmp: IcmpHeader;
  readonly tcp: TcpHeader;
  readonly udp: UdpHeader;
}

/** What encoding needs, by protocol. */
export interface ProtocolDrafts {
  readonly ethernet: EthernetDraft;
  readonly vlan: VlanDraft;
  readonly arp: ArpHeader;
  readonly ipv4: Ipv4Draft;
  readonly icmp: IcmpDraft;
  readonly tcp: TcpDraft;
  readonly udp: UdpDraft;
}

export type KnownProtocol = keyof ProtocolHeaders;

export type Codecs = { readonly [P in KnownProtocol]: Codec<ProtocolHeaders[P], ProtocolDrafts[P]> };

export const codecs: Codecs = { ethernet, vlan, arp, ipv4, icmp, tcp, udp };

const protocols = Object.keys(codecs) as readonly KnownProtocol[];

const byPlace = new Map(
  protocols.flatMap((protocol) => codecs[protocol].places.map((place) => [placeKey(place), protocol] as const)),
);

/** The protocol at the first of these places where one is known. */
export function protocolAt(places: readonly Place[]): KnownProtocol | undefined {
  return places.map((place) => byPlace.get(placeKey(place))).find((protocol) => protocol !== undefined);
}

/** The number by which a carrier names a protocol. */
export function numberOf(protocol: KnownProtocol, carrier: Carrier): number | undefined {
  return codecs[protocol].places.find((place) => place.carrier === carrier)?.number;
}

export function isKnownProtocol(protocol: string): protocol is KnownProtocol {
  return Object.hasOwn(codecs, protocol);
}

function placeKey({ carrier, number }: Place): string {
  return `${carrier} ${number}`;
}

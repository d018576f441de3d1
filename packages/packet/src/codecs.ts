// The protocols known here. A new protocol is its own file beside the others, and its line in each of these three lists.
import type { Carrier, Codec, Place } from './codec.ts';
import { type ArpHeader, arp } from './protocols/arp.ts';
import { type DhcpDraft, type DhcpHeader, dhcp } from './protocols/dhcp.ts';
import { type DnsDraft, type DnsHeader, dns } from './protocols/dns.ts';
import { type EthernetDraft, type EthernetHeader, ethernet } from './protocols/ethernet.ts';
import { type IcmpDraft, type IcmpHeader, icmp } from './protocols/icmp.ts';
import { type Icmpv6Draft, type Icmpv6Header, icmpv6 } from './protocols/icmpv6.ts';
import { type Ipv4Draft, type Ipv4Header, ipv4 } from './protocols/ipv4.ts';
import { type Ipv6Draft, type Ipv6Header, ipv6 } from './protocols/ipv6.ts';
import { type LinuxCookedDraft, type LinuxCookedHeader, linuxCooked } from './protocols/linux-cooked.ts';
import { type LinuxCooked2Draft, type LinuxCooked2Header, linuxCooked2 } from './protocols/linux-cooked-2.ts';
import { type LoopbackHeader, loopback } from './protocols/loopback.ts';
import { type TcpDraft, type TcpHeader, tcp } from './protocols/tcp.ts';
import { type UdpDraft, type UdpHeader, udp } from './protocols/udp.ts';
import { type VlanDraft, type VlanHeader, vlan } from './protocols/vlan.ts';

/** What decoding gives, by protocol. */
export interface ProtocolHeaders {
  readonly ethernet: EthernetHeader;
  readonly 'linux-cooked': LinuxCookedHeader;
  readonly 'linux-cooked-2': LinuxCooked2Header;
  readonly loopback: LoopbackHeader;
  readonly vlan: VlanHeader;
  readonly arp: ArpHeader;
  readonly ipv4: Ipv4Header;
  readonly ipv6: Ipv6Header;
  readonly icmp: IcmpHeader;
  readonly icmpv6: Icmpv6Header;
  readonly tcp: TcpHeader;
  readonly udp: UdpHeader;
  readonly dns: DnsHeader;
  readonly dhcp: DhcpHeader;
}

/** What encoding needs, by protocol. */
export interface ProtocolDrafts {
  readonly ethernet: EthernetDraft;
  readonly 'linux-cooked': LinuxCookedDraft;
  readonly 'linux-cooked-2': LinuxCooked2Draft;
  readonly loopback: LoopbackHeader;
  readonly vlan: VlanDraft;
  readonly arp: ArpHeader;
  readonly ipv4: Ipv4Draft;
  readonly ipv6: Ipv6Draft;
  readonly icmp: IcmpDraft;
  readonly icmpv6: Icmpv6Draft;
  readonly tcp: TcpDraft;
  readonly udp: UdpDraft;
  readonly dns: DnsDraft;
  readonly dhcp: DhcpDraft;
}

export type KnownProtocol = keyof ProtocolHeaders;

export type Codecs = { readonly [P in KnownProtocol]: Codec<ProtocolHeaders[P], ProtocolDrafts[P]> };

export const codecs: Codecs = {
  ethernet,
  'linux-cooked': linuxCooked,
  'linux-cooked-2': linuxCooked2,
  loopback,
  vlan,
  arp,
  ipv4,
  ipv6,
  icmp,
  icmpv6,
  tcp,
  udp,
  dns,
  dhcp,
};

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

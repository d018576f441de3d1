import type { Frame, Layer, Protocol } from './frame.ts';
import type { ArpHeader } from './protocols/arp.ts';
import type { DhcpHeader } from './protocols/dhcp.ts';
import type { DnsHeader } from './protocols/dns.ts';
import type { EthernetHeader } from './protocols/ethernet.ts';
import type { IcmpHeader } from './protocols/icmp.ts';
import type { Icmpv6Header } from './protocols/icmpv6.ts';
import type { Ipv4Header } from './protocols/ipv4.ts';
import type { Ipv6Header } from './protocols/ipv6.ts';
import type { TcpHeader } from './protocols/tcp.ts';
import type { UdpHeader } from './protocols/udp.ts';
import type { VlanHeader } from './protocols/vlan.ts';

/** The first layer of a protocol; layers of a quoted packet do not count, since that packet is not here. */
export function layerOf<P extends Protocol>(frame: Frame, protocol: P): Layer<P> | undefined {
  const layer = frame.layers.find((candidate) => candidate.protocol === protocol && !candidate.quoted);
  return layer as Layer<P> | undefined; // the comparison above narrows, but not for a generic P
}

export function ethernetOf(frame: Frame): EthernetHeader | undefined {
  return layerOf(frame, 'ethernet')?.header;
}

/** The outermost tag. */
export function vlanOf(frame: Frame): VlanHeader | undefined {
  return layerOf(frame, 'vlan')?.header;
}

export function arpOf(frame: Frame): ArpHeader | undefined {
  return layerOf(frame, 'arp')?.header;
}

export function ipv4Of(frame: Frame): Ipv4Header | undefined {
  return layerOf(frame, 'ipv4')?.header;
}

export function ipv6Of(frame: Frame): Ipv6Header | undefined {
  return layerOf(frame, 'ipv6')?.header;
}

export function icmpOf(frame: Frame): IcmpHeader | undefined {
  return layerOf(frame, 'icmp')?.header;
}

export function icmpv6Of(frame: Frame): Icmpv6Header | undefined {
  return layerOf(frame, 'icmpv6')?.header;
}

export function tcpOf(frame: Frame): TcpHeader | undefined {
  return layerOf(frame, 'tcp')?.header;
}

export function udpOf(frame: Frame): UdpHeader | undefined {
  return layerOf(frame, 'udp')?.header;
}

export function dnsOf(frame: Frame): DnsHeader | undefined {
  return layerOf(frame, 'dns')?.header;
}

export function dhcpOf(frame: Frame): DhcpHeader | undefined {
  return layerOf(frame, 'dhcp')?.header;
}

/**
 * The packet that an ICMP error quotes, as a frame of its own over the same bytes: `udpOf(quotedOf(frame))` is the
 * datagram that did not arrive. Offsets stay those of the whole frame.
 */
export function quotedOf(frame: Frame): Frame | undefined {
  const layers = frame.layers.filter((layer) => layer.quoted);
  return layers.length > 0
    ? { bytes: frame.bytes, layers: layers.map((layer) => ({ ...layer, quoted: false })) }
    : undefined;
}

/** The first fault of a frame, with the layer that has it; a wrong checksum is none. */
export function faultOf(frame: Frame): { readonly layer: Layer; readonly reason: string } | undefined {
  const layer = frame.layers.find(({ malformed }) => malformed !== undefined);
  return layer?.malformed === undefined ? undefined : { layer, reason: layer.malformed };
}

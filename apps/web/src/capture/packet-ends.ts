// Between whom a packet travels, from its headers.
import { arpOf, ethernetOf, type Frame, ipv4Of, ipv6Of, layerOf, tcpOf, udpOf } from '@lockstep/packet';

/** An address of IP where there is one, else of Ethernet; a port where the packet has one. */
export interface Endpoint {
  readonly address: string;
  readonly port?: number;
}

export interface PacketEnds {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly isTcp: boolean;
}

export function packetEnds(frame: Frame): PacketEnds {
  const ip = ipv4Of(frame) ?? ipv6Of(frame);
  const tcp = tcpOf(frame);
  const ports = tcp ?? udpOf(frame);
  const [from, to] = addressesOf(frame);
  if (!ip || !ports) return { from: { address: from }, to: { address: to }, isTcp: false };
  return {
    from: { address: from, port: ports.sourcePort },
    to: { address: to, port: ports.destinationPort },
    isTcp: tcp !== undefined,
  };
}

function addressesOf(frame: Frame): readonly [from: string, to: string] {
  const ip = ipv4Of(frame) ?? ipv6Of(frame);
  if (ip) return [ip.source, ip.destination];
  const arp = arpOf(frame);
  if (arp) return [arp.senderIp, arp.targetIp];
  const ethernet = ethernetOf(frame);
  if (ethernet) return [ethernet.source, ethernet.destination];
  const cooked = layerOf(frame, 'linux-cooked') ?? layerOf(frame, 'linux-cooked-2');
  return [cooked?.header.address ?? '?', '?'];
}

export function endpointText({ address, port }: Endpoint): string {
  if (port === undefined) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

export type { Capture, CapturedPacket, CaptureInterface, CaptureLimits } from './capture/capture.ts';
export { CaptureError } from './capture/capture-error.ts';
export { pcapFile, type TimedFrame } from './capture/pcap-file.ts';
export { type PcapngDraft, type PcapngInterface, type PcapngPacket, pcapngFile } from './capture/pcapng-file.ts';
export { isCapture, readCapture } from './capture/read-capture.ts';
export type { KnownProtocol } from './codecs.ts';
export { decodeFrame } from './decode-frame.ts';
export { describeFrame } from './describe-frame.ts';
export { encodeFrame, type LayerDraft } from './encode-frame.ts';
export { type FieldsAt, fieldAt } from './field-at.ts';
export type { Frame, Layer, Protocol } from './frame.ts';
export { bytesToHex, hexToBytes } from './hex.ts';
export { parseIpv4Address, serializeIpv4Address } from './ipv4-address.ts';
export { parseIpv6Address, serializeIpv6Address } from './ipv6-address.ts';
export type { Bits, Check, Field, LayerOf } from './layer.ts';
export {
  arpOf,
  dhcpOf,
  dnsOf,
  ethernetOf,
  faultOf,
  icmpOf,
  icmpv6Of,
  ipv4Of,
  ipv6Of,
  layerOf,
  quotedOf,
  tcpOf,
  udpOf,
  vlanOf,
} from './layer-of.ts';
export { isLinkType, type LinkType, linkTypeNumber, linkTypeOf, linkTypeText } from './link-type.ts';
export { parseMacAddress, serializeMacAddress } from './mac-address.ts';
export type { PaddingHeader, PayloadHeader, UnreadableHeader } from './opaque-layers.ts';
export type { SharedOption } from './option-list.ts';
export type { ArpHeader } from './protocols/arp.ts';
export type { DhcpDraft, DhcpHeader } from './protocols/dhcp.ts';
export type { DhcpOption } from './protocols/dhcp-options.ts';
export type { DnsDraft, DnsHeader } from './protocols/dns.ts';
export type { DnsData } from './protocols/dns-data.ts';
export type { DnsQuestion, DnsRecord } from './protocols/dns-record.ts';
export type { EthernetDraft, EthernetHeader } from './protocols/ethernet.ts';
export type { IcmpDraft, IcmpHeader, IcmpMessage } from './protocols/icmp.ts';
export type { Icmpv6Draft, Icmpv6Header } from './protocols/icmpv6.ts';
export type { Icmpv6Message } from './protocols/icmpv6-message.ts';
export type { NeighborOption } from './protocols/icmpv6-options.ts';
export type { Ipv4Draft, Ipv4Header } from './protocols/ipv4.ts';
export type { Ipv4Option } from './protocols/ipv4-options.ts';
export type { Ipv6Draft, Ipv6Header } from './protocols/ipv6.ts';
export type { Ipv6Extension } from './protocols/ipv6-extensions.ts';
export { TCP_FLAGS, type TcpDraft, type TcpFlag, type TcpHeader } from './protocols/tcp.ts';
export type { SackBlock, TcpOption } from './protocols/tcp-options.ts';
export type { UdpDraft, UdpHeader } from './protocols/udp.ts';
export type { VlanDraft, VlanHeader } from './protocols/vlan.ts';
